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
    private static final String UNTOLD = "no significant difference";

    /** Without a difference, and why. */
    static Contrast none(String text) {
        return new Contrast(false, text, "", Optional.empty());
    }

    static Contrast of(Topic topic, Difference difference, Scale scale) {
        Interval interval = difference.interval();
        return new Contrast(
                difference.told(),
                difference.told() ? scale.amount(topic, difference.value()) : UNTOLD,
                difference.told() ? scale.range(interval) : scale.either(topic, interval),
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

        /** An interval on both sides of zero; an end that is written as zero has no direction. */
        private String either(Topic topic, Interval interval) {
            if (isZero(interval.low()) && isZero(interval.high())) {
                return "less than " + Format.fixed(Math.pow(10, -style.decimals()), style.decimals()) + "\u00a0" + unit
                        + " either way";
            }
            return amount(topic, interval.low()) + " to " + amount(topic, interval.high());
        }

        private boolean isZero(double value) {
            return Math.abs(value) * style.factor() < Math.pow(10, -style.decimals()) / 2;
        }

        private String amount(Topic topic, double value) {
            String size = style.text(Math.abs(value)) + "\u00a0" + unit;
            return isZero(value) ? size : size + " " + (value < 0 ? topic.less() : topic.more());
        }

        private String range(Interval interval) {
            double near = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
            double far = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
            return style.text(new Interval(near, far)) + "\u00a0" + unit;
        }
    }
}
