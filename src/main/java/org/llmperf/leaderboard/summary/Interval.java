package org.llmperf.leaderboard.summary;

/** A 95 % confidence interval, both ends included. */
public record Interval(double low, double high) {

    public boolean overlaps(Interval other) {
        return low <= other.high && other.low <= high;
    }
}
