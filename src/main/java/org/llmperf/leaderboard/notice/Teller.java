package org.llmperf.leaderboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.llmperf.leaderboard.store.Occurrence;
import org.llmperf.leaderboard.store.notices.NoticeChannel;
import org.llmperf.leaderboard.store.notices.NoticeKind;
import org.llmperf.leaderboard.store.notices.Outbox;
import org.llmperf.leaderboard.store.notices.Reports;
import org.llmperf.leaderboard.store.notices.Subscriber;
import org.llmperf.leaderboard.store.notices.Subscriptions;

/**
 * Makes of what happened the news that feeds have, and the messages to those who want to know: to a provider of itself alone, to
 * maintainers of all.
 */
@ApplicationScoped
class Teller {
    private final RoundNews news;
    private final Reports reports;
    private final Subscriptions subscriptions;
    private final MailText mails;
    private final WebhookText webhooks;
    private final MailSender mail;
    private final Outbox outbox;

    Teller(
            RoundNews news,
            Reports reports,
            Subscriptions subscriptions,
            MailText mails,
            WebhookText webhooks,
            MailSender mail,
            Outbox outbox) {
        this.news = news;
        this.reports = reports;
        this.subscriptions = subscriptions;
        this.mails = mails;
        this.webhooks = webhooks;
        this.mail = mail;
        this.outbox = outbox;
    }

    void tell(Occurrence occurrence) {
        List<News> all = news.of(occurrence);
        reports.add(
                occurrence,
                all.stream()
                        .filter(one -> one.kind() != NoticeKind.NEW_RESULT)
                        .map(News::item)
                        .toList());
        List<Subscriber> subscribers = subscriptions.all().stream()
                .filter(subscriber -> !subscriber.settings().channels().isEmpty())
                .toList();
        for (Subscriber subscriber : subscribers) {
            for (NoticeKind kind : NoticeKind.choices(subscriber.account().maintainer())) {
                List<News> wanted = all.stream()
                        .filter(one -> one.kind() == kind && concerns(one, subscriber))
                        .toList();
                if (subscriber.settings().kinds().contains(kind) && !wanted.isEmpty()) {
                    tell(subscriber, kind, occurrence, wanted);
                }
            }
        }
    }

    private static boolean concerns(News news, Subscriber subscriber) {
        return subscriber.account().maintainer()
                || news.provider().filter(subscriber.account()::maySee).isPresent();
    }

    private void tell(Subscriber subscriber, NoticeKind kind, Occurrence occurrence, List<News> wanted) {
        for (NoticeChannel channel : subscriber.settings().channels()) {
            if (channel == NoticeChannel.WEBHOOK) {
                outbox.add(webhooks.news(subscriber.account(), kind, occurrence.roundLabel(), occurrence.at(), wanted));
            } else if (mail.on()) {
                outbox.add(mails.news(subscriber.account(), kind, occurrence.roundLabel(), wanted));
            }
        }
    }
}
