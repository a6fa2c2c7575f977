package org.llmperf.leaderboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.llmperf.leaderboard.store.notices.NoticeChannel;
import org.llmperf.leaderboard.store.notices.Outbox;
import org.llmperf.leaderboard.store.people.Account;

/** What an account asks to be sent to itself while it sets up where it is told. */
@ApplicationScoped
public class Greetings {
    private final MailText mails;
    private final WebhookText webhooks;
    private final MailSender mail;
    private final Outbox outbox;

    public Greetings(MailText mails, WebhookText webhooks, MailSender mail, Outbox outbox) {
        this.mails = mails;
        this.webhooks = webhooks;
        this.mail = mail;
        this.outbox = outbox;
    }

    /** Whether this program sends e-mail at all. */
    public boolean mailOn() {
        return mail.on();
    }

    public String freshSecret() {
        return WebhookSignature.freshSecret();
    }

    public void confirm(Account account, String code) {
        outbox.add(mails.confirmation(account, code));
    }

    public void test(Account account, List<NoticeChannel> channels, Instant at) {
        channels.forEach(channel ->
                outbox.add(channel == NoticeChannel.EMAIL ? mails.test(account) : webhooks.test(account, at)));
    }
}
