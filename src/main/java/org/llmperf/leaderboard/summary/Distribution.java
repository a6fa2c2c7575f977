package org.llmperf.leaderboard.summary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one metric is spread over a run, over successful requests only. Never empty: a metric without a value has no
 * distribution.
 *
 * @param n number of values, at least 1
 * @param standardDeviation of the sample (n − 1); absent for a single value
 * @param median 95 % interval of the median; absent when the sample is too small for one, and for the gaps between events,
 *     which are not independent
 * @param estimate of the long-run value; absent for what was measured at once
 */
public record Distribution(
        int n,
        double mean,
        double min,
        double max,
        OptionalDouble standardDeviation,
        Map<Quantile, Double> quantiles,
        Optional<Interval> median,
        Optional<BlockEstimate> estimate) {

    public Distribution {
        estimate = estimate == null ? Optional.empty() : estimate; // stored before there were estimates
        var copy = new EnumMap<Quantile, Double>(Quantile.class);
        copy.putAll(quantiles);
        quantiles = Collections.unmodifiableMap(copy);
    }

    /** Of what was measured at once. */
    public Distribution(
            int n,
            double mean,
            double min,
            double max,
            OptionalDouble standardDeviation,
            Map<Quantile, Double> quantiles,
            Optional<Interval> median) {
        this(n, mean, min, max, standardDeviation, quantiles, median, Optional.empty());
    }

    /** The same with what its blocks say. */
    public Distribution with(Optional<BlockEstimate> found) {
        return new Distribution(n, mean, min, max, standardDeviation, quantiles, median, found);
    }

    public double quantile(Quantile quantile) {
        return quantiles.get(quantile);
    }
}
