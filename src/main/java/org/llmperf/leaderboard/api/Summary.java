package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * A run's figures.
 *
 * @param metrics by id: {@code ttft}, {@code itl}, {@code e2e} and {@code chunk_gap} in seconds,
 *     {@code output_throughput} in tokens/s
 * @param errors number of failed requests by class; empty when none failed
 * @param requestsPerMinute successful requests a minute of wall time
 * @param systemThroughput output tokens of all successes a second of wall time
 * @param meanConcurrency requests that were really under way on average
 * @param tokensPerEvent output tokens over content events
 * @param sharedReads share of content events that arrived in one read with another one
 * @param shortOutputs successes under 80 % of the requested length without a length stop
 * @param breakdown what lies behind the metrics; absent for a run without successes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
        RequestCounts requests,
        Double successRate,
        Double successRateLow,
        Double successRateHigh,
        Map<String, Figures> metrics,
        Map<String, Integer> errors,
        Double requestsPerMinute,
        Double systemThroughput,
        Double meanConcurrency,
        Double meanInputTokens,
        Double meanOutputTokens,
        Double tokensPerEvent,
        Double sharedReads,
        int shortOutputs,
        BreakdownBody breakdown) {

    /** Requests the scenario asks for, those sent, and those that succeeded. */
    public record RequestCounts(int planned, int started, int succeeded) {
        static RequestCounts of(RunSummary summary) {
            return new RequestCounts(summary.planned(), summary.started(), summary.succeeded());
        }
    }

    static Summary of(RunSummary s) {
        return new Summary(
                RequestCounts.of(s),
                s.success().map(success -> success.rate()).orElse(null),
                s.success().map(success -> success.interval().low()).orElse(null),
                s.success().map(success -> success.interval().high()).orElse(null),
                metrics(s),
                errors(s),
                orNull(s.requestsPerMinute()),
                orNull(s.systemThroughput()),
                orNull(s.meanConcurrency()),
                orNull(s.meanInputTokens()),
                orNull(s.meanOutputTokens()),
                orNull(s.tokensPerEvent()),
                orNull(s.sharedReads()),
                s.shortOutputs(),
                BreakdownBody.of(s.breakdown()));
    }

    private static Map<String, Figures> metrics(RunSummary summary) {
        var metrics = new LinkedHashMap<String, Figures>();
        summary.distributions().forEach((metric, d) -> metrics.put(metric.id(), Figures.of(d)));
        return metrics;
    }

    static Map<String, Integer> errors(RunSummary summary) {
        var errors = new LinkedHashMap<String, Integer>();
        summary.outcomes().forEach((outcome, count) -> {
            if (outcome.failed()) {
                errors.put(outcome.id(), count);
            }
        });
        return errors;
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
