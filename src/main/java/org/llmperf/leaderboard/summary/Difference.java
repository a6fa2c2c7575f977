package org.llmperf.leaderboard.summary;

/**
 * By how much a figure of one run exceeds the same figure of another.
 *
 * @param interval 95 %, of the difference
 */
public record Difference(double value, Interval interval) {

    /** Whether the interval leaves out zero. Otherwise chance alone may have made the difference. */
    public boolean told() {
        return interval.low() > 0 || interval.high() < 0;
    }
}
