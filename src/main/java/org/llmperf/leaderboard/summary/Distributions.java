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
     * @param values in any order; not changed
     * @return absent for no values
     */
    public static Optional<Distribution> of(double[] values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        return Optional.of(new Distribution(
                sorted.length,
                mean,
                sorted[0],
                sorted[sorted.length - 1],
                standardDeviation(sorted, mean),
                quantiles(sorted),
                MedianInterval.of(sorted)));
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
