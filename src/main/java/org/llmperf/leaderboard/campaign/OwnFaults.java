package org.llmperf.leaderboard.campaign;

import java.util.concurrent.atomic.AtomicInteger;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Ends a run in which a tenth of the requests failed on our side, for example because no file handle was free. What is left of
 * such a run says nothing of the provider, so it is measured again instead of being published.
 */
final class OwnFaults {
    private static final int SHARE = 10;

    private final int most;
    private final AtomicInteger seen = new AtomicInteger();

    OwnFaults(int requests) {
        most = Math.max(1, requests / SHARE);
    }

    /**
     * @throws IllegalStateException if there are too many
     */
    void add(RequestTrace trace) {
        if (trace.outcome() == Outcome.CLIENT && seen.incrementAndGet() >= most) {
            throw new IllegalStateException(most + " requests failed on our side, the last one: "
                    + trace.failure().orElse("no reason is known"));
        }
    }
}
