package org.llmperf.leaderboard.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.access.Secret;
import org.llmperf.leaderboard.guard.Allowance;
import org.llmperf.leaderboard.notice.Greetings;
import org.llmperf.leaderboard.notice.WebhookAddresses;
import org.llmperf.leaderboard.store.Occurrences;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.notices.NoticeKind;
import org.llmperf.leaderboard.store.notices.NoticeSettings;
import org.llmperf.leaderboard.store.notices.Outbox;
import org.llmperf.leaderboard.store.notices.Subscriptions;
import org.llmperf.leaderboard.store.people.AuditLog;

/** What accounts choose to be told and where, and what maintainers do about messages that did not arrive. */
@ApplicationScoped
@Transactional
public class Notifications {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]\\p{C}]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST = 200;
    private static final Duration CODE = Duration.ofHours(24);
    private static final int CODES = 3;

    private final Subscriptions subscriptions;
    private final WebhookAddresses addresses;
    private final Greetings greetings;
    private final Outbox outbox;
    private final Occurrences occurrences;
    private final AuditLog log;

    /** Codes and tries go to addresses that nobody has proved to be theirs: a few an hour from one account. */
    private final Allowance greeted = new Allowance(10, Duration.ofHours(1));

    /** Whoever reads at an address gets few codes that they did not ask for, from all accounts together. */
    private final Allowance codes = new Allowance(CODES, Duration.ofHours(1));

    public Notifications(
            Subscriptions subscriptions,
            WebhookAddresses addresses,
            Greetings greetings,
            Outbox outbox,
            Occurrences occurrences,
            AuditLog log) {
        this.subscriptions = subscriptions;
        this.addresses = addresses;
        this.greetings = greetings;
        this.outbox = outbox;
        this.occurrences = occurrences;
        this.log = log;
    }

    /**
     * @param ids of {@link NoticeKind}; none of them: nothing but codes and tries is sent
     * @throws RefusedException.Invalid if one is none that the account can choose
     */
    public void choose(Actor actor, List<String> ids) {
        List<NoticeKind> choices = NoticeKind.choices(actor.account().maintainer());
        Set<NoticeKind> chosen = EnumSet.noneOf(NoticeKind.class);
        for (String id : ids) {
            chosen.add(NoticeKind.ofId(id)
                    .filter(choices::contains)
                    .orElseThrow(
                            () -> new RefusedException.Invalid("Unknown notification type “" + id + "”. Valid values: "
                                    + choices.stream().map(NoticeKind::id).collect(Collectors.joining(", ")) + ".")));
        }
        subscriptions.choose(actor.account(), chosen);
        log.add(actor.did(
                "choose notifications",
                actor.name(),
                chosen.stream().map(NoticeKind::id).collect(Collectors.joining(", "))));
    }

    /** Sends a code to the address; until it is shown here nothing else is sent there. */
    public void email(Actor actor, String text) {
        String address = text.strip();
        if (!greetings.mailOn()) {
            throw new RefusedException.Conflict("This board sends no e-mail.");
        }
        if (address.length() > LONGEST || !EMAIL.matcher(address).matches()) {
            throw new RefusedException.Invalid("This is not an e-mail address.");
        }
        takeGreeting(actor);
        take(codes, address.toLowerCase(Locale.ROOT));
        Secret code = Secret.fresh("");
        subscriptions.email(actor.account(), address, code.hash(), actor.at().plus(CODE));
        greetings.confirm(actor.account(), code.text());
        log.add(actor.did("set e-mail address", actor.name(), address));
    }

    /**
     * @throws RefusedException.Invalid if it is not the code, or was used, or is too old
     */
    public void confirm(Actor actor, String code) {
        if (!subscriptions.confirm(actor.account(), new Secret(code.strip()).hash(), actor.at())) {
            throw new RefusedException.Invalid(
                    "This is not the code, or it is too old. Enter the address again to get a new one.");
        }
        log.add(actor.did("confirm e-mail address", actor.name(), ""));
    }

    public void noEmail(Actor actor) {
        subscriptions.noEmail(actor.account());
        log.add(actor.did("remove e-mail address", actor.name(), ""));
    }

    /**
     * A webhook with a new secret, whether the address is another one or not.
     *
     * @return the secret, shown this once
     */
    public String webhook(Actor actor, String text) {
        URI address = addresses.check(text);
        String secret = greetings.freshSecret();
        subscriptions.webhook(actor.account(), address, secret);
        log.add(actor.did("set webhook", actor.name(), address.getHost()));
        return secret;
    }

    public void noWebhook(Actor actor) {
        subscriptions.noWebhook(actor.account());
        log.add(actor.did("remove webhook", actor.name(), ""));
    }

    /** Sends something at once by every way that is set. */
    public void test(Actor actor) {
        NoticeSettings settings = subscriptions.of(actor.account());
        if (settings.channels().isEmpty()) {
            throw new RefusedException.Conflict("There is no confirmed e-mail address and no webhook.");
        }
        takeGreeting(actor);
        greetings.test(actor.account(), settings.channels(), actor.at());
        log.add(actor.did("test notifications", actor.name(), ""));
    }

    private void takeGreeting(Actor actor) {
        take(greeted, actor.account().id().toString());
    }

    private static void take(Allowance allowance, String who) {
        allowance.take(who).ifPresent(wait -> {
            throw new RefusedException.Conflict(
                    "Too many attempts; try again in " + Allowance.seconds(wait) + " seconds.");
        });
    }

    /** Has what was set aside made into messages again. */
    public void tellAgain(Actor actor, UUID occurrence) {
        occurrences.tryAgain(occurrence);
        log.add(actor.did("tell again", "occurrence " + occurrence, ""));
    }

    /** Sends a failed message again, whoever's it is. */
    public void tryAgain(Actor actor, UUID notice) {
        outbox.tryAgain(notice);
        log.add(actor.did("send again", "notification " + notice, ""));
    }
}
