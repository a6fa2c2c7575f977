package org.llmperf.leaderboard.campaign;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Renews an attempt's lease every second, with how far it is, from a thread of its own: a worker that waited for the
 * database would start its next request late. When the attempt is no longer ours, the measuring thread is interrupted.
 */
final class SignOfLife implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SignOfLife.class);
    private static final int CLOSE_SECONDS = 10;

    private final Attempts attempts;
    private final Attempt attempt;
    private final Duration lease;
    private final Thread measuring;
    private final LiveFigures figures = new LiveFigures();
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sign-of-life"));
    private volatile boolean lost;
    private boolean away;

    SignOfLife(Attempts attempts, Attempt attempt, Duration lease, Thread measuring) {
        this.attempts = attempts;
        this.attempt = attempt;
        this.lease = lease;
        this.measuring = measuring;
        beat.scheduleWithFixedDelay(this::give, 1, 1, TimeUnit.SECONDS);
    }

    void finished(RequestTrace request) {
        figures.add(request);
    }

    private void give() {
        try {
            if (!lost && !attempts.renew(attempt, figures.progress(), lease)) {
                lost = true;
                measuring.interrupt();
            }
            away = false;
        } catch (RuntimeException e) {
            // the run goes on: what it brings is stored when the database is back
            if (!away) {
                LOG.warnf(
                        "no sign of life of %s can be given: %s",
                        attempt.offering().slug(), e.getMessage());
            }
            away = true;
        }
    }

    /** Whether the attempt was cancelled or taken away. */
    boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        LastTasks.await(beat, CLOSE_SECONDS);
    }
}
