package org.llmperf.leaderboard.ranking;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;
import org.llmperf.leaderboard.summary.WilsonInterval;
import org.llmperf.leaderboard.trace.Outcome;

/** Summaries of 150 planned requests with nothing but what a ranking looks at. */
final class Summaries {
    private Summaries() {}

    static RunSummary of(Map<Outcome, Integer> outcomes, Map<Metric, Distribution> distributions) {
        int started = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        int succeeded = outcomes.getOrDefault(Outcome.SUCCESS, 0);
        Optional<SuccessRate> success = started == 0
                ? Optional.empty()
                : Optional.of(new SuccessRate(
                        succeeded, started, (double) succeeded / started, WilsonInterval.of(succeeded, started)));
        return new RunSummary(
                150,
                success,
                outcomes,
                distributions,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                Breakdown.NONE);
    }

    /** All requests succeeded, and every metric has this median. */
    static RunSummary of(double median, double low, double high) {
        return of(Map.of(Outcome.SUCCESS, 150), everyMetric(distribution(150, median, new Interval(low, high))));
    }

    static Map<Metric, Distribution> everyMetric(Distribution distribution) {
        var distributions = new EnumMap<Metric, Distribution>(Metric.class);
        Metric.RANKABLE.stream()
                .filter(metric -> metric != Metric.SUCCESS_RATE)
                .forEach(metric -> distributions.put(metric, distribution));
        return distributions;
    }

    static Distribution distribution(int n, double median, Interval interval) {
        return new Distribution(
                n,
                median,
                median,
                median,
                OptionalDouble.empty(),
                Map.of(Quantile.P50, median),
                Optional.ofNullable(interval));
    }
}
