package org.llmperf.leaderboard.loadgen;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Ends a run whose answers take more memory than one run may have. Each answer has its own limit; this is for hundreds of them
 * that stay just within it, since a run is in memory as a whole when it is summarised and stored.
 */
public final class KeptBytes implements StopRule {
    /** Of the heap. A run is there several times over while it is stored: as it was measured, as rows, and as statements. */
    private static final int SHARE = 16;

    private static final int A_REQUEST = 2048;
    private static final int A_CHARACTER = 2;
    private static final int AN_EVENT = 40;

    private final long most;
    private final AtomicLong kept = new AtomicLong();

    KeptBytes(long most) {
        this.most = most;
    }

    public static KeptBytes ofHeap() {
        return new KeptBytes(Runtime.getRuntime().maxMemory() / SHARE);
    }

    @Override
    public Optional<EarlyEnd> reason(RequestTrace finished) {
        long bytes = A_REQUEST
                + (long) finished.text().length() * A_CHARACTER
                + (long) finished.events().size() * AN_EVENT;
        return kept.addAndGet(bytes) > most
                ? Optional.of(new EarlyEnd(
                        EarlyEnd.Cause.PROVIDER,
                        "its answers are longer than this machine can keep, " + (most >> 20) + " MiB for a run"))
                : Optional.empty();
    }
}
