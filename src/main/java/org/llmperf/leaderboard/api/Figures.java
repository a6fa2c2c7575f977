package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.llmperf.leaderboard.summary.BlockEstimate;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;

/**
 * A distribution, flat. In the metric's unit; {@code p50Low} and {@code p50High} are the 95 % interval of the median of this sample,
 * {@code estimate} with {@code estimateLow} and {@code estimateHigh} says where the long-run value lies, {@code betweenHours} by how
 * much hours differ (standard deviation of the logarithm). A figure that cannot be computed, or has no limit, is absent.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(
        int n,
        double mean,
        double min,
        double max,
        Double stddev,
        double p5,
        double p10,
        double p25,
        double p50,
        double p75,
        double p90,
        double p95,
        double p99,
        @JsonProperty("p50Low") Double medianLow,
        @JsonProperty("p50High") Double medianHigh,
        Double estimate,
        Double estimateLow,
        Double estimateHigh,
        Double betweenHours) {

    static Figures of(Distribution d) {
        return new Figures(
                d.n(),
                d.mean(),
                d.min(),
                d.max(),
                d.standardDeviation().isPresent() ? d.standardDeviation().getAsDouble() : null,
                d.quantile(Quantile.P5),
                d.quantile(Quantile.P10),
                d.quantile(Quantile.P25),
                d.quantile(Quantile.P50),
                d.quantile(Quantile.P75),
                d.quantile(Quantile.P90),
                d.quantile(Quantile.P95),
                d.quantile(Quantile.P99),
                d.median().map(Interval::low).orElse(null),
                d.median().map(Interval::high).orElse(null),
                finite(d.estimate().map(BlockEstimate::value)),
                finite(d.estimate().map(found -> found.interval().low())),
                finite(d.estimate().map(found -> found.interval().high())),
                finite(d.estimate().map(BlockEstimate::betweenHours)));
    }

    private static Double finite(Optional<Double> value) {
        return value.filter(Double::isFinite).orElse(null);
    }
}
