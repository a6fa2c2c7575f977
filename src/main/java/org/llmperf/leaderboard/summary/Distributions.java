package org.llmperf.leaderboard.summary;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes a distribution of values. All values are kept, so every quantile is exact. */
public final class Distributions {
    private Distributions() {}

    /**
     * For values that may be taken as independent of each other, one a request.
     *
     * @param values in any order; not changed
     * @return absent for no values
     */
    public static Optional<Distribution> of(double[] values) {
        double[] sorted = sorted(values);
        return of(sorted, MedianInterval.of(sorted));
    }

    /**
     * For values that hang together, as the gaps within one answer do: an interval that takes them as independent would
     * be far too narrow.
     *
     * @param values in any order; not changed
     * @return absent for no values
     */
    public static Optional<Distribution> withoutInterval(double[] values) {
        return of(sorted(values), Optional.empty());
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static Optional<Distribution> of(double[] sorted, Optional<Interval> median) {
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        return Optional.of(new Distribution(
                sorted.length,
                mean,
                sorted[0],
                sorted[sorted.length - 1],
                standardDeviation(sorted, mean),
                quantiles(sorted),
                median));
    }

    /** Of the sample: divided by n − 1, as pandas does. Two passes, since the one-pass formula loses digits. */
    private static OptionalDouble standardDeviation(double[] values, double mean) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }

    private static Map<Quantile, Double> quantiles(double[] sorted) {
        var quantiles = new EnumMap<Quantile, Double>(Quantile.class);
        for (Quantile quantile : Quantile.values()) {
            quantiles.put(quantile, Quantiles.of(sorted, quantile.share()));
        }
        return quantiles;
    }
}
