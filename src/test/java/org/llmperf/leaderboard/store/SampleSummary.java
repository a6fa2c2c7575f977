package org.llmperf.leaderboard.store;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.trace.Outcome;

/** Figures of a sample run that look like real ones. Their exactness is no concern of the tests that use them. */
public final class SampleSummary {
    private SampleSummary() {}

    public static RunSummary of(Run run) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        run.requests().forEach(request -> outcomes.merge(request.trace().outcome(), 1, Integer::sum));
        Map<Metric, Distribution> distributions = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            double[] values = run.requests().stream()
                    .filter(request -> request.trace().succeeded())
                    .map(request -> request.value(metric))
                    .flatMapToDouble(OptionalDouble::stream)
                    .sorted()
                    .toArray();
            if (values.length > 0) {
                distributions.put(metric, distribution(values));
            }
        }
        int started = run.requests().size();
        int succeeded = outcomes.getOrDefault(Outcome.SUCCESS, 0);
        double seconds = run.wallNanos() / 1e9;
        double tokens =
                run.requests().stream().mapToInt(MeasuredRequest::outputTokens).sum();
        return new RunSummary(
                started,
                Optional.of(rate(succeeded, started)),
                outcomes,
                distributions,
                OptionalDouble.of(succeeded * 60 / seconds),
                OptionalDouble.of(tokens / seconds),
                OptionalDouble.of(4.97),
                OptionalDouble.of(513.4),
                OptionalDouble.of(tokens / succeeded),
                OptionalDouble.of(2.5),
                OptionalDouble.of(0.125),
                0,
                Summarizer.summarise(run).breakdown());
    }

    private static SuccessRate rate(int succeeded, int started) {
        double rate = (double) succeeded / started;
        double z = 1.96;
        double centre = (rate + z * z / (2 * started)) / (1 + z * z / started);
        double half =
                z * Math.sqrt(rate * (1 - rate) / started + z * z / (4.0 * started * started)) / (1 + z * z / started);
        return new SuccessRate(succeeded, started, rate, new Interval(centre - half, Math.min(1, centre + half)));
    }

    private static Distribution distribution(double[] sorted) {
        double mean = DoubleStream.of(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
        Map<Quantile, Double> quantiles = new EnumMap<>(Quantile.class);
        for (Quantile quantile : Quantile.values()) {
            quantiles.put(quantile, at(sorted, quantile.share()));
        }
        double reach = 0.98 / Math.sqrt(sorted.length);
        return new Distribution(
                sorted.length,
                mean,
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length > 1
                        ? OptionalDouble.of(Math.sqrt(squares / (sorted.length - 1)))
                        : OptionalDouble.empty(),
                quantiles,
                Optional.of(new Interval(at(sorted, 0.5 - reach), at(sorted, 0.5 + reach))));
    }

    private static double at(double[] sorted, double share) {
        double place = Math.max(0, Math.min(1, share)) * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
