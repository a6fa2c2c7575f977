package org.llmperf.leaderboard.measurement;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Computes the metrics that have one value a request. A failed request has none: the time until a failure is not a
 * latency, and counting it would make a provider that refuses quickly look fast.
 */
final class RequestMetrics {
    private static final double NANOS = 1e9;

    /** Words of the supported APIs for an answer that reached the length asked for. */
    private static final Set<String> LENGTH_STOPS =
            Set.of("length", "max_tokens", "max_output_tokens", "max_length", "model_length");

    private RequestMetrics() {}

    /**
     * @param outputTokens T, of the answer's text by the run's tokenizer, without BOS
     * @param firstReadTokens those of them that came with the first content: what a provider held back until then is no part of
     *     the stream's pace
     * @param scheduled whether the request had an intended start of its own, whatever became of earlier ones
     */
    static Map<Metric, Double> of(RequestTrace trace, int outputTokens, int firstReadTokens, boolean scheduled) {
        var values = new EnumMap<Metric, Double>(Metric.class);
        if (!trace.succeeded()) {
            return values;
        }
        var timeline = trace.timeline();
        timeline.between(Moment.STARTED, Moment.FIRST_CONTENT)
                .ifPresent(nanos -> values.put(Metric.TTFT, nanos / NANOS));
        OptionalLong generation = timeline.between(Moment.FIRST_CONTENT, Moment.LAST_CONTENT);
        // An answer that came in a single read was held back somewhere: 0 would be the best value of all, and untrue.
        if (outputTokens > firstReadTokens && generation.isPresent() && generation.getAsLong() > 0) {
            values.put(Metric.ITL, generation.getAsLong() / NANOS / (outputTokens - firstReadTokens));
        }
        OptionalLong whole = timeline.between(Moment.STARTED, Moment.ENDED);
        if (whole.isPresent() && whole.getAsLong() > 0) {
            values.put(Metric.E2E, whole.getAsLong() / NANOS);
            values.put(Metric.OUTPUT_THROUGHPUT, outputTokens / (whole.getAsLong() / NANOS));
        }
        if (scheduled) {
            timeline.between(Moment.INTENDED, Moment.FIRST_CONTENT)
                    .ifPresent(nanos -> values.put(Metric.TTFT_FROM_INTENDED, nanos / NANOS));
            timeline.between(Moment.INTENDED, Moment.ENDED)
                    .ifPresent(nanos -> values.put(Metric.E2E_FROM_INTENDED, nanos / NANOS));
        }
        return values;
    }

    /** A success under 80 % of the requested length that did not stop for its length. */
    static boolean shortOutput(RequestTrace trace, int outputTokens, int requestedOutputTokens) {
        return trace.succeeded()
                && Method.isShort(outputTokens, requestedOutputTokens)
                && trace.finishReason()
                        .filter(reason -> LENGTH_STOPS.contains(reason.toLowerCase(Locale.ROOT)))
                        .isEmpty();
    }
}
