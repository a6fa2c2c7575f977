package org.llmperf.leaderboard.measurement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * One request with its figures.
 *
 * @param nominalInputTokens drawn length of its prompt, which LLMPerf reports
 * @param inputTokens of its prompt by the run's tokenizer, without BOS
 * @param requestedOutputTokens length asked for
 * @param outputTokens of the answer's text by the run's tokenizer, without BOS
 * @param values of the metrics that have one value a request, in seconds or tokens/s; what cannot be computed is absent
 * @param shortOutput a success under 80 % of the requested length that did not stop for its length
 */
public record MeasuredRequest(
        RequestTrace trace,
        int nominalInputTokens,
        int inputTokens,
        int requestedOutputTokens,
        int outputTokens,
        Map<Metric, Double> values,
        boolean shortOutput) {

    public MeasuredRequest {
        var copy = new EnumMap<Metric, Double>(Metric.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** The same figures of a request that was moved within its run. */
    MeasuredRequest with(RequestTrace moved) {
        return new MeasuredRequest(
                moved, nominalInputTokens, inputTokens, requestedOutputTokens, outputTokens, values, shortOutput);
    }

    public OptionalDouble value(Metric metric) {
        Double value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
