package org.llmperf.leaderboard.pages;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Interval;

/**
 * How the numbers of one column are written: one unit and one number of decimals for all, so that they can be compared at
 * a glance.
 *
 * @param unit as it stands in the heading
 * @param factor from the stored value, in seconds, tokens/s or a share, to that unit
 */
public record NumberStyle(String unit, double factor, int decimals) {

    /** As many decimals as half of the intervals are wide; without intervals the fewest that the metric is ever shown with. */
    static NumberStyle of(Metric metric, Collection<Interval> intervals) {
        NumberStyle least = least(metric);
        List<Double> widths = intervals.stream()
                .map(interval -> (interval.high() - interval.low()) * least.factor)
                .filter(width -> width > 0)
                .sorted()
                .toList();
        if (widths.isEmpty()) {
            return least;
        }
        double typical = widths.get(widths.size() / 2);
        int wanted = (int) Math.ceil(-Math.log10(typical));
        int decimals = Math.max(least.decimals, Math.min(wanted, most(metric)));
        return new NumberStyle(least.unit, least.factor, decimals);
    }

    /** The fewest decimals the metric is ever shown with. */
    static NumberStyle least(Metric metric) {
        return switch (metric) {
            case TTFT, E2E, TTFT_FROM_INTENDED, E2E_FROM_INTENDED -> new NumberStyle("s", 1, 2);
            case ITL, CHUNK_GAP -> new NumberStyle("ms", 1000, 1);
            case OUTPUT_THROUGHPUT -> new NumberStyle("tokens/s", 1, 0);
            case SUCCESS_RATE -> new NumberStyle("%", 100, 1);
        };
    }

    /** Finer than a tenth of a millisecond the client itself is not exact. */
    private static int most(Metric metric) {
        return switch (metric) {
            case TTFT, E2E, TTFT_FROM_INTENDED, E2E_FROM_INTENDED -> 3;
            case ITL, CHUNK_GAP -> 2;
            case OUTPUT_THROUGHPUT, SUCCESS_RATE -> 1;
        };
    }

    /** One more decimal, for the lab report. */
    NumberStyle finer() {
        return new NumberStyle(unit, factor, decimals + 1);
    }

    /** The number alone; a share of exactly 1 is written 100, for nothing is missing from it. */
    public String text(double value) {
        return unit.equals("%") && value == 1 ? "100" : Format.fixed(value * factor, decimals);
    }

    public String text(OptionalDouble value) {
        return value.isPresent() ? text(value.getAsDouble()) : "–";
    }

    /** Both ends, or one number where both are written alike. */
    public String text(Interval interval) {
        String low = text(interval.low());
        String high = text(interval.high());
        return low.equals(high) ? low : low + "–" + high;
    }

    /** With its unit, joined by a space that does not break. */
    public String withUnit(double value) {
        return text(value) + "\u00a0" + unit;
    }
}
