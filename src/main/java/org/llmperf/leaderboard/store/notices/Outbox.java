package org.llmperf.leaderboard.store.notices;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.llmperf.leaderboard.store.CleanText;
import org.llmperf.leaderboard.store.LostConnection;
import org.llmperf.leaderboard.store.Page;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.Accounts;

/**
 * Messages on their way. Each is sent until it is known to have arrived, by one process at a time: who takes one has it for a
 * while, and if that process ends before it knew, another one sends it again. So each arrives at least once, always with the
 * same id.
 */
@ApplicationScoped
public class Outbox {
    /** Much longer than sending may take. */
    static final Duration TAKEN = Duration.ofMinutes(2);

    /** With four times as long between two as between the two before, from a minute on: 23 hours in all. */
    static final int TRIES = 7;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGER = 4;

    private final Accounts accounts;

    public Outbox(Accounts accounts) {
        this.accounts = accounts;
    }

    /** In the transaction of who calls, if there is one. */
    @Transactional
    public UUID add(NewNotice notice) {
        Instant now = NoticeRow.databaseTime();
        var row = new NoticeRow();
        row.id = UUID.randomUUID();
        row.accountId = notice.account();
        row.kind = notice.kind();
        row.channel = notice.channel();
        row.subject = CleanText.of(notice.subject());
        row.body = CleanText.of(notice.body());
        row.state = Notice.State.WAITING;
        row.triesLeft = TRIES;
        row.madeAt = now;
        row.nextAt = now;
        row.persist();
        return row.id;
    }

    /**
     * Takes one that is due, and writes down that it is being sent.
     *
     * @param receivers accounts whose webhooks are left to wait
     * @param mail whether e-mails are taken too
     */
    @Transactional
    public Optional<DueNotice> take(UUID[] receivers, boolean mail) {
        Optional<NoticeRow> found = NoticeRow.lockDue(receivers, mail);
        while (found.isPresent() && found.get().triesLeft == 0) { // its last process ended before it knew
            found.get().end(Notice.State.FAILED, NoticeRow.databaseTime());
            found = NoticeRow.lockDue(receivers, mail);
        }
        return found.map(row -> {
            Instant now = NoticeRow.databaseTime();
            var attempt = new NoticeAttemptRow();
            attempt.startedAt = now;
            int number = row.lastNumber() + 1;
            row.attempts.put(number, attempt);
            row.triesLeft--;
            row.nextAt = now.plus(TAKEN);
            return new DueNotice(row.id, row.accountId, row.kind, row.channel, row.subject, row.body, number);
        });
    }

    /**
     * What came of it. Tried again while the database is away: what is not written down is sent twice.
     *
     * @param target where it was sent
     */
    @Retry(
            maxRetries = 5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            jitter = 1,
            jitterDelayUnit = ChronoUnit.SECONDS,
            maxDuration = 1,
            durationUnit = ChronoUnit.MINUTES)
    @RetryWhen(exception = LostConnection.class)
    public void ended(DueNotice notice, String target, SendResult result) {
        QuarkusTransaction.requiringNew()
                .run(() -> NoticeRow.lock(notice.id()).ifPresent(row -> {
                    Instant now = NoticeRow.databaseTime();
                    NoticeAttemptRow attempt = row.attempts.get(notice.attempt());
                    attempt.endedAt = now;
                    attempt.target = CleanText.of(target);
                    attempt.status =
                            result.status().isPresent() ? result.status().getAsInt() : null;
                    attempt.answer = CleanText.of(result.answer());
                    if (result.arrived()) {
                        row.end(Notice.State.SENT, now);
                    } else if (result.hopeless() || row.triesLeft == 0) {
                        row.end(Notice.State.FAILED, now);
                    } else {
                        row.nextAt = now.plus(pause(TRIES - row.triesLeft));
                    }
                }));
    }

    /** After so many that failed. */
    static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy((long) Math.pow(LONGER, tries - 1));
    }

    /** It was not sent after all, and does not count as tried: the way is closed for now. */
    @Transactional
    public void giveBack(DueNotice notice, Duration pause) {
        NoticeRow.lock(notice.id()).ifPresent(row -> {
            row.attempts.remove(notice.attempt());
            row.triesLeft++;
            row.nextAt = NoticeRow.databaseTime().plus(pause);
        });
    }

    /** Its account no longer wants it there. */
    @Transactional
    public void drop(DueNotice notice) {
        NoticeRow.lock(notice.id()).ifPresent(row -> {
            row.attempts.remove(notice.attempt());
            row.end(Notice.State.DROPPED, NoticeRow.databaseTime());
        });
    }

    /**
     * Has it sent again, as often as a new one.
     *
     * @throws RefusedException.Missing if there is none
     * @throws RefusedException.Conflict if it has not failed
     */
    @Transactional
    public void tryAgain(UUID id) {
        NoticeRow row = NoticeRow.lock(id)
                .orElseThrow(() -> new RefusedException.Missing("There is no notification " + id + "."));
        if (row.state != Notice.State.FAILED) {
            throw new RefusedException.Conflict("It has not failed.");
        }
        row.state = Notice.State.WAITING;
        row.endedAt = null;
        row.triesLeft = TRIES;
        row.nextAt = NoticeRow.databaseTime();
    }

    /** The newest first. */
    @Transactional
    public Page<Notice> list(Optional<Notice.State> state, int number, int size) {
        PanacheQuery<NoticeRow> query = NoticeRow.newest(state);
        return new Page<>(notices(query.page(number - 1, size)), number, size, query.count());
    }

    /** The newest first. */
    @Transactional
    public List<Notice> of(Account account, int limit) {
        return notices(NoticeRow.newestOf(account.id()).page(0, limit));
    }

    @Transactional
    public long failed() {
        return NoticeRow.count("state", Notice.State.FAILED);
    }

    private List<Notice> notices(PanacheQuery<NoticeRow> query) {
        Map<UUID, String> names = accounts.list().stream().collect(Collectors.toMap(Account::id, Account::name));
        return query.stream().map(row -> row.toNotice(names)).toList();
    }
}
