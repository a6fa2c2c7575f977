package org.llmperf.leaderboard.store.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.Accounts;

/** Who wants to be told what, and where. An account that never said so is told nothing. */
@ApplicationScoped
@Transactional
public class Subscriptions {
    private final Accounts accounts;

    public Subscriptions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Before anything was chosen: everything, nowhere. */
    public NoticeSettings of(Account account) {
        return NoticeSettingRow.of(account.id())
                .map(NoticeSettingRow::toSettings)
                .orElseGet(() -> fresh(account).toSettings());
    }

    /** Open accounts that chose something. */
    public List<Subscriber> all() {
        Map<UUID, NoticeSettingRow> rows = NoticeSettingRow.all();
        return accounts.list().stream()
                .filter(account -> account.closedAt().isEmpty() && rows.containsKey(account.id()))
                .map(account -> new Subscriber(account, rows.get(account.id()).toSettings()))
                .toList();
    }

    /** Where an account wants to be told now; nowhere if it is closed. */
    public Optional<NoticeSettings> find(UUID account) {
        return NoticeSettingRow.ofOpen(account).map(NoticeSettingRow::toSettings);
    }

    public void choose(Account account, Set<NoticeKind> kinds) {
        row(account).kinds = ids(kinds);
    }

    /**
     * @param codeHash SHA-256 of the code that its owner is to show
     * @param until the code holds
     */
    public void email(Account account, String address, String codeHash, Instant until) {
        NoticeSettingRow row = row(account);
        row.email = address;
        row.emailConfirmedAt = null;
        row.codeHash = codeHash;
        row.codeUntil = until;
    }

    /** Whether the code is the one that was sent, and not too old. It can be used once. */
    public boolean confirm(Account account, String codeHash, Instant at) {
        NoticeSettingRow row = row(account);
        if (!codeHash.equals(row.codeHash) || row.codeUntil.isBefore(at)) {
            return false;
        }
        row.emailConfirmedAt = at;
        row.codeHash = null;
        row.codeUntil = null;
        return true;
    }

    public void noEmail(Account account) {
        NoticeSettingRow row = row(account);
        row.email = null;
        row.emailConfirmedAt = null;
        row.codeHash = null;
        row.codeUntil = null;
    }

    public void webhook(Account account, URI address, String secret) {
        NoticeSettingRow row = row(account);
        row.webhook = address.toString();
        row.webhookSecret = secret;
    }

    public void noWebhook(Account account) {
        NoticeSettingRow row = row(account);
        row.webhook = null;
        row.webhookSecret = null;
    }

    private static NoticeSettingRow row(Account account) {
        return NoticeSettingRow.of(account.id()).orElseGet(() -> {
            NoticeSettingRow row = fresh(account);
            row.persist();
            return row;
        });
    }

    private static NoticeSettingRow fresh(Account account) {
        var row = new NoticeSettingRow();
        row.accountId = account.id();
        row.kinds = ids(EnumSet.copyOf(NoticeKind.choices(account.maintainer())));
        return row;
    }

    private static String[] ids(Set<NoticeKind> kinds) {
        return kinds.stream().map(NoticeKind::id).toArray(String[]::new);
    }
}
