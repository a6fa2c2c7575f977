package org.llmperf.leaderboard.campaign;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Tells the store how far a run has come, from a thread of its own: a worker that waited for the database would start its
 * next request late. While one number is being written newer ones replace each other; the last one is always written.
 */
final class RoundProgress implements RunListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RoundProgress.class);
    private static final int CLOSE_SECONDS = 30;

    private final Rounds rounds;
    private final String label;
    private final Offering offering;
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "round-progress"));

    RoundProgress(Rounds rounds, String label, Offering offering) {
        this.rounds = rounds;
        this.label = label;
        this.offering = offering;
    }

    @Override
    public void requestFinished(RequestTrace trace, int count, int planned) {
        finished.accumulateAndGet(count, Math::max);
        if (waiting.getAndIncrement() == 0) {
            writer.execute(this::write);
        }
    }

    private void write() {
        waiting.set(0);
        try {
            rounds.progress(label, offering, finished.get());
        } catch (RuntimeException e) {
            // only what readers see meanwhile; the run itself does not depend on it
            LOG.warnf("progress of %s not stored: %s", offering.slug(), e.getMessage());
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
