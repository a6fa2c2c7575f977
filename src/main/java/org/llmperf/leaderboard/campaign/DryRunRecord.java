package org.llmperf.leaderboard.campaign;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.DryRuns;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Renews a dry run's lease every second and writes down each request as it ends, so that what a worker had sent counts as spent
 * whatever becomes of it. From a thread of its own: one that waited for the database would send the next request late.
 */
final class DryRunRecord implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DryRunRecord.class);
    private static final int CLOSE_SECONDS = 10;

    private final DryRuns runs;
    private final UUID id;
    private final Duration lease;
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "dry-run"));

    DryRunRecord(DryRuns runs, UUID id, Duration lease) {
        this.runs = runs;
        this.id = id;
        this.lease = lease;
        writer.scheduleWithFixedDelay(() -> tolerate(() -> runs.renew(id, lease)), 1, 1, TimeUnit.SECONDS);
    }

    void finished(RequestTrace request) {
        writer.execute(() -> tolerate(() -> runs.sent(id, request)));
    }

    /** The run goes on while the database is away. */
    private static void tolerate(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf("a dry run cannot be written down now: %s", e.getMessage());
        }
    }

    /** Returns when everything is written down. */
    @Override
    public void close() {
        LastTasks.await(writer, CLOSE_SECONDS);
    }
}
