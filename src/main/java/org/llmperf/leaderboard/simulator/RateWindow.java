package org.llmperf.leaderboard.simulator;

import java.util.ArrayDeque;

/**
 * A sliding window: so many requests in any one second. A rate that is no whole number, such as 2.5, becomes the next whole number
 * in a window as much longer (3 in 1.2 s), since 2 or 3 a second would be another rate.
 */
final class RateWindow {
    private final double capacity;
    private final long windowNanos;
    private final ArrayDeque<Long> admitted = new ArrayDeque<>();

    /**
     * @param perSecond 0 admits everything
     */
    RateWindow(double perSecond) {
        capacity = Math.ceil(perSecond);
        windowNanos = perSecond == 0 ? 0 : Math.round(1e9 * capacity / perSecond);
    }

    /**
     * Admits a request or tells how long to wait.
     *
     * @param nanos now, never before that of an earlier call
     * @return 0 if admitted, else nanoseconds until the next one can be
     */
    long admit(long nanos) {
        if (capacity == 0) {
            return 0;
        }
        while (!admitted.isEmpty() && nanos - admitted.peekFirst() >= windowNanos) {
            admitted.removeFirst();
        }
        if (admitted.size() >= capacity) {
            return admitted.peekFirst() + windowNanos - nanos;
        }
        admitted.addLast(nanos);
        return 0;
    }
}
