package org.llmperf.leaderboard.notice;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.steering.Notifications;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.Invitation;
import org.llmperf.leaderboard.store.people.Invitations;
import org.llmperf.leaderboard.store.people.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts that tests tell something. */
@ApplicationScoped
class NoticeAccounts {
    private static final Pattern CODE = Pattern.compile("(?m)^  ([A-Za-z0-9_-]{43})\\s*$");

    @Inject
    Invitations invitations;

    @Inject
    Notifications notifications;

    @Inject
    Dispatcher dispatcher;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    Actor maintainer() {
        return actor("ada", Role.MAINTAINER, Optional.empty());
    }

    /** Of the provider. */
    Actor provider(String slug) {
        return actor(slug + "-ops", Role.PROVIDER, Optional.of(slug));
    }

    private Actor actor(String name, Role role, Optional<String> provider) {
        String key = "%064x".formatted(Math.abs(name.hashCode()));
        var invitation = new Invitation(
                role,
                provider,
                Optional.of("test"),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(1)));
        invitations.add(key, invitation);
        Account account = invitations.accept(key, name, "hash", clock.instant()).orElseThrow();
        return new Actor(account, "198.51.100.1", clock.instant());
    }

    /** Told by webhook at the receiver. */
    void subscribe(Actor actor, Receiver receiver) {
        receiver.secret(notifications.webhook(actor, receiver.address("/hook")));
    }

    /** Told by e-mail at the address, which is proved by its code; nothing else may have been sent to its domain. */
    void confirmed(Actor actor, String address, GreenMail mailbox) throws Exception {
        notifications.email(actor, address);
        dispatcher.work();
        Matcher code = CODE.matcher(text(mailbox.getReceivedMessagesForDomain(address)[0]));
        assertThat(code.find()).isTrue();
        notifications.confirm(actor, code.group(1));
        mailbox.purgeEmailFromAllMailboxes();
    }

    static String text(MimeMessage mail) throws Exception {
        return (String) mail.getContent();
    }

    /** As if the pause, or the time that a dead process had it, were over. */
    void later() throws SQLException {
        execute("update notice set next_at = now() where state = 'waiting'");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
