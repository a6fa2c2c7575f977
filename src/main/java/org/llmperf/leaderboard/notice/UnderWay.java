package org.llmperf.leaderboard.notice;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.llmperf.leaderboard.store.notices.DueNotice;
import org.llmperf.leaderboard.store.notices.NoticeChannel;
import org.llmperf.leaderboard.store.notices.Outbox;

/**
 * What this process is sending: to one receiver of webhooks one at a time, and two e-mails. So a receiver, or the mail server, that
 * takes its time holds up its own alone.
 */
final class UnderWay {
    private final Outbox outbox;
    private final Set<DueNotice> sending = new HashSet<>();

    UnderWay(Outbox outbox) {
        this.outbox = outbox;
    }

    /** One that is due, if there is one that need not wait for another. To be ended in any case. */
    synchronized Optional<DueNotice> take() {
        Optional<DueNotice> due = outbox.take(receivers(), mails() < MailSender.AT_ONCE);
        due.ifPresent(sending::add);
        return due;
    }

    synchronized void ended(DueNotice notice) {
        sending.remove(notice);
    }

    private UUID[] receivers() {
        return sending.stream()
                .filter(notice -> notice.channel() == NoticeChannel.WEBHOOK)
                .map(DueNotice::account)
                .toArray(UUID[]::new);
    }

    private long mails() {
        return sending.stream()
                .filter(notice -> notice.channel() == NoticeChannel.EMAIL)
                .count();
    }
}
