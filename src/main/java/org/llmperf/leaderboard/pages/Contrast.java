package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.summary.Difference;
import org.llmperf.leaderboard.summary.Interval;

/**
 * How one provider differs from another in one metric, in words.
 *
 * @param told whether it is more than chance
 * @param text for example {@code 0.11 s later}
 * @param range its interval in the same words, for example {@code 0.05–0.17 s}; empty where there is none
 * @param bar the same on a scale with zero in its middle; absent where there is no difference to draw
 */
public record Contrast(boolean told, String text, String range, Optional<IntervalBar> bar) {
    private static final String UNTOLD = "no difference can be told";

    /** Without a difference, and why. */
    static Contrast none(String text) {
        return new Contrast(false, text, "", Optional.empty());
    }

    static Contrast of(Topic topic, Difference difference, Scale scale) {
        Interval interval = difference.interval();
        return new Contrast(
                difference.told(),
                difference.told() ? scale.amount(topic, difference.value()) : UNTOLD,
                difference.told()
                        ? scale.range(interval)
                        : scale.amount(topic, interval.low()) + " to " + scale.amount(topic, interval.high()),
                Optional.of(IntervalBar.on(scale.axis, difference.value(), interval)));
    }

    /**
     * How the differences of one metric are written and drawn.
     *
     * @param axis as far to one side of zero as to the other
     */
    record Scale(NumberStyle style, String unit, Axis axis) {

        static Scale of(Topic topic, List<Difference> differences) {
            List<Interval> intervals =
                    differences.stream().map(Difference::interval).toList();
            List<Double> ends = intervals.stream()
                    .flatMap(interval -> Stream.of(Math.abs(interval.low()), Math.abs(interval.high())))
                    .toList();
            NumberStyle style = NumberStyle.of(topic.metric(), intervals);
            double end = Axis.fromZero(ends).to();
            return new Scale(style, topic.spread() ? style.unit() : "points", new Axis(-end, end));
        }

        /** The ends of the drawn scale, for example {@code −0.3 to 0.3 s}. */
        String ends() {
            String end = Axis.trimmed(axis.to() * style.factor());
            return "−" + end + " to " + end + "\u00a0" + unit;
        }

        private String amount(Topic topic, double value) {
            return style.text(Math.abs(value)) + "\u00a0" + unit + " " + (value < 0 ? topic.less() : topic.more());
        }

        private String range(Interval interval) {
            double near = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
            double far = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
            return style.text(new Interval(near, far)) + "\u00a0" + unit;
        }
    }
}
