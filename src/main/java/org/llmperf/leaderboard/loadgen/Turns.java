package org.llmperf.leaderboard.loadgen;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Says when a worker of a closed loop is free again. After an answer that is the moment it ended. A failure that came sooner
 * than an answer takes keeps its worker as long as an answer would have: otherwise a provider that refuses a request at once
 * would have fewer under way, and so look faster, than one that answers them all.
 */
final class Turns {
    /** How long a failure keeps its worker while there is no answer to go by. */
    private static final long UNKNOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Enough for a median, and few enough that it follows a provider that gets slower. */
    private static final int REMEMBERED = 25;

    private final long[] answers = new long[REMEMBERED];
    private int answered;

    /**
     * @param endedNanos since the start of the run
     * @return the earliest instant of the worker's next request, since the start of the run
     */
    synchronized long freeAt(RequestTrace trace, long endedNanos) {
        long started = trace.timeline().at(Moment.STARTED).orElse(endedNanos);
        if (trace.succeeded()) {
            answers[answered++ % REMEMBERED] = endedNanos - started;
            return endedNanos;
        }
        return Math.max(endedNanos, started + usual());
    }

    private long usual() {
        if (answered == 0) {
            return UNKNOWN_NANOS;
        }
        long[] sorted = Arrays.copyOf(answers, Math.min(answered, REMEMBERED));
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
