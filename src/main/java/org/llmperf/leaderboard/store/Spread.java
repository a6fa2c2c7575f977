package org.llmperf.leaderboard.store;

import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.summary.BlockEstimate;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;

/** One {@link Distribution} in columns: each quantile has its own, so that a query at a prompt can name it. */
@Embeddable
class Spread {
    public int n;
    public double mean;
    public double min;
    public double max;
    public Double stddev;
    public double p5;
    public double p10;
    public double p25;
    public double p50;
    public double p75;
    public double p90;
    public double p95;
    public double p99;
    public Double p50Low;
    public Double p50High;
    public Double[] blockMedians;
    public Double estimate;
    public Double estimateLow;
    public Double estimateHigh;
    public Double betweenHours;

    static Spread of(Distribution distribution) {
        var spread = new Spread();
        spread.n = distribution.n();
        spread.mean = distribution.mean();
        spread.min = distribution.min();
        spread.max = distribution.max();
        spread.stddev = Nullable.of(distribution.standardDeviation());
        spread.p5 = distribution.quantile(Quantile.P5);
        spread.p10 = distribution.quantile(Quantile.P10);
        spread.p25 = distribution.quantile(Quantile.P25);
        spread.p50 = distribution.quantile(Quantile.P50);
        spread.p75 = distribution.quantile(Quantile.P75);
        spread.p90 = distribution.quantile(Quantile.P90);
        spread.p95 = distribution.quantile(Quantile.P95);
        spread.p99 = distribution.quantile(Quantile.P99);
        spread.p50Low = distribution.median().map(Interval::low).orElse(null);
        spread.p50High = distribution.median().map(Interval::high).orElse(null);
        distribution.estimate().ifPresent(found -> {
            spread.blockMedians = found.medians().toArray(Double[]::new);
            spread.estimate = found.value();
            spread.estimateLow = found.interval().low();
            spread.estimateHigh = found.interval().high();
            spread.betweenHours = found.betweenHours();
        });
        return spread;
    }

    Distribution toDistribution() {
        Map<Quantile, Double> quantiles = new EnumMap<>(Quantile.class);
        quantiles.put(Quantile.P5, p5);
        quantiles.put(Quantile.P10, p10);
        quantiles.put(Quantile.P25, p25);
        quantiles.put(Quantile.P50, p50);
        quantiles.put(Quantile.P75, p75);
        quantiles.put(Quantile.P90, p90);
        quantiles.put(Quantile.P95, p95);
        quantiles.put(Quantile.P99, p99);
        return new Distribution(
                n,
                mean,
                min,
                max,
                Nullable.toOptional(stddev),
                quantiles,
                Optional.ofNullable(p50Low).map(low -> new Interval(low, p50High)),
                Optional.ofNullable(estimate)
                        .map(value -> new BlockEstimate(
                                Arrays.asList(blockMedians),
                                value,
                                new Interval(estimateLow, estimateHigh),
                                betweenHours)));
    }
}
