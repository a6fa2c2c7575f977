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
 */
public record Distribution(
        int n,
        double mean,
        double min,
        double max,
        OptionalDouble standardDeviation,
        Map<Quantile, Double> quantiles,
        Optional<Interval> median) {

    public Distribution {
        var copy = new EnumMap<Quantile, Double>(Quantile.class);
        copy.putAll(quantiles);
        quantiles = Collections.unmodifiableMap(copy);
    }

    public double quantile(Quantile quantile) {
        return quantiles.get(quantile);
    }
}
