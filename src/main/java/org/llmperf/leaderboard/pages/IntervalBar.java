package org.llmperf.leaderboard.pages;

import org.llmperf.leaderboard.summary.Interval;

/** A value with its interval on a common scale, as positions for SVG attributes such as {@code 34.2%}. */
public record IntervalBar(String low, String value, String high, String width) {

    static IntervalBar on(Axis axis, double value, Interval interval) {
        double share = (interval.high() - interval.low()) / (axis.to() - axis.from());
        return new IntervalBar(
                axis.at(interval.low()),
                axis.at(value),
                axis.at(interval.high()),
                Format.fixed(100 * Math.max(0, Math.min(1, share)), 1) + "%");
    }
}
