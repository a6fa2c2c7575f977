package org.llmperf.leaderboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.pages.Format;
import org.llmperf.leaderboard.store.Occurrences;
import org.llmperf.leaderboard.store.notices.DueNotice;
import org.llmperf.leaderboard.store.notices.NoticeChannel;
import org.llmperf.leaderboard.store.notices.NoticeSettings;
import org.llmperf.leaderboard.store.notices.Outbox;
import org.llmperf.leaderboard.store.notices.SendResult;
import org.llmperf.leaderboard.store.notices.Subscriptions;

/** Makes messages of what happened and sends what is due. Any number of threads and processes may do so at the same time. */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration CLOSED = Duration.ofMinutes(1);

    private final Occurrences occurrences;
    private final Teller teller;
    private final Outbox outbox;
    private final UnderWay underWay;
    private final Subscriptions subscriptions;
    private final MailSender mails;
    private final WebhookSender webhooks;
    private final Clock clock;

    public Dispatcher(
            Occurrences occurrences,
            Teller teller,
            Outbox outbox,
            Subscriptions subscriptions,
            MailSender mails,
            WebhookSender webhooks,
            Clock clock) {
        this.occurrences = occurrences;
        this.teller = teller;
        this.outbox = outbox;
        this.underWay = new UnderWay(outbox);
        this.subscriptions = subscriptions;
        this.mails = mails;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Everything that there is to do now and that nobody else does. */
    public void work() throws InterruptedException {
        while (occurrences.tellOldest(teller::tell, clock.instant())) {
            // until nothing is left
        }
        for (Optional<DueNotice> due = underWay.take(); due.isPresent(); due = underWay.take()) {
            try {
                send(due.get());
            } finally {
                underWay.ended(due.get());
            }
        }
    }

    private void send(DueNotice notice) throws InterruptedException {
        Optional<NoticeSettings> settings = subscriptions.find(notice.account());
        if (notice.channel() == NoticeChannel.WEBHOOK) {
            Optional<NoticeSettings.Webhook> to = settings.flatMap(NoticeSettings::webhook);
            if (to.isPresent()) {
                send(notice, to.get().address().getHost(), () -> webhooks.send(notice, to.get()));
                return;
            }
        } else {
            Optional<String> to = settings.flatMap(where -> where.emailFor(notice.kind()));
            if (to.isPresent() && mails.on()) {
                send(notice, to.get(), () -> mails.send(notice, to.get()));
                return;
            }
        }
        outbox.drop(notice);
    }

    private interface Way {
        SendResult send() throws InterruptedException;
    }

    private void send(DueNotice notice, String target, Way way) throws InterruptedException {
        SendResult result;
        try {
            result = way.send();
        } catch (CircuitBreakerOpenException | BulkheadException e) {
            outbox.giveBack(notice, CLOSED);
            return;
        } catch (RuntimeException e) {
            result = SendResult.failed(OptionalInt.empty(), Format.brief(words(e)));
        }
        outbox.ended(notice, target, result);
        if (!result.arrived()) {
            LOG.warnf(
                    "notification %s by %s, attempt %d: %s",
                    notice.id(), notice.channel().title(), notice.attempt(), result.answer());
        }
    }

    /** What went wrong first, which is at the end. */
    private static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
