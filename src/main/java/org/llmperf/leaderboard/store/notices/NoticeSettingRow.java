package org.llmperf.leaderboard.store.notices;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Entity
@Table(name = "notice_setting")
class NoticeSettingRow extends PanacheEntityBase {
    @Id
    public UUID accountId;

    public String[] kinds;
    public String email;
    public Instant emailConfirmedAt;
    public String codeHash;
    public Instant codeUntil;
    public String webhook;
    public String webhookSecret;

    static Optional<NoticeSettingRow> of(UUID account) {
        return findByIdOptional(account);
    }

    /** Of an account that is not closed. */
    static Optional<NoticeSettingRow> ofOpen(UUID account) {
        return getEntityManager()
                .createNativeQuery("""
                        select notice_setting.* from notice_setting join account on account.id = account_id
                        where account_id = :account and closed_at is null""", NoticeSettingRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(NoticeSettingRow.class::cast)
                .findFirst();
    }

    /** By account. */
    static Map<UUID, NoticeSettingRow> all() {
        return NoticeSettingRow.<NoticeSettingRow>streamAll()
                .collect(Collectors.toMap(row -> row.accountId, Function.identity()));
    }

    NoticeSettings toSettings() {
        var chosen = EnumSet.noneOf(NoticeKind.class);
        Stream.of(kinds).flatMap(id -> NoticeKind.ofId(id).stream()).forEach(chosen::add);
        return new NoticeSettings(
                chosen,
                Optional.ofNullable(email),
                emailConfirmedAt != null,
                Optional.ofNullable(webhook)
                        .map(address -> new NoticeSettings.Webhook(URI.create(address), webhookSecret)));
    }
}
