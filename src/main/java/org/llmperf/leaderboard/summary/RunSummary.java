package org.llmperf.leaderboard.summary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * A run's figures.
 *
 * @param planned requests the scenario asks for
 * @param success absent when no request was started, or none that did not fail by our own fault
 * @param outcomes number of requests of each outcome that occurred
 * @param distributions of the metrics that had at least one value
 * @param requestsPerMinute completed (successful) requests a minute of wall time
 * @param systemThroughput output tokens of all successes a second of wall time
 * @param meanConcurrency sum of all requests' durations over the wall time: how many were really under way
 * @param meanInputTokens measured, of all requests, beside the nominal length
 * @param meanOutputTokens of successes
 * @param tokensPerEvent output tokens over content events, of successes
 * @param sharedReads share of content events, of successes, that arrived in one read with another one
 * @param shortOutputs successes under 80 % of the requested length without a length stop
 * @param breakdown what lies behind the metrics
 */
public record RunSummary(
        int planned,
        Optional<SuccessRate> success,
        Map<Outcome, Integer> outcomes,
        Map<Metric, Distribution> distributions,
        OptionalDouble requestsPerMinute,
        OptionalDouble systemThroughput,
        OptionalDouble meanConcurrency,
        OptionalDouble meanInputTokens,
        OptionalDouble meanOutputTokens,
        OptionalDouble tokensPerEvent,
        OptionalDouble sharedReads,
        int shortOutputs,
        Breakdown breakdown) {

    public RunSummary {
        var outcomeCopy = new EnumMap<Outcome, Integer>(Outcome.class);
        outcomeCopy.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(outcomeCopy);
        var distributionCopy = new EnumMap<Metric, Distribution>(Metric.class);
        distributionCopy.putAll(distributions);
        distributions = Collections.unmodifiableMap(distributionCopy);
    }

    public Optional<Distribution> distribution(Metric metric) {
        return Optional.ofNullable(distributions.get(metric));
    }

    public int succeeded() {
        return success.map(SuccessRate::succeeded).orElse(0);
    }

    public int started() {
        return success.map(SuccessRate::started).orElse(0);
    }
}
