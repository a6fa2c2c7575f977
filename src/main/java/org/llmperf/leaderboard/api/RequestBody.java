package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.llmperf.leaderboard.measurement.Arrival;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Phase;
import org.llmperf.leaderboard.measurement.Quantity;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;

/**
 * One request as it was seen. What the provider's server said in words is not public: it may hold what it should not.
 *
 * @param number within the run, from 0, in the order of sending
 * @param startedAt by the wall clock
 * @param outcome {@code success} or the class of the failure
 * @param instantsNs nanoseconds since the start of the run, by one monotonic clock; an instant that never came is absent
 * @param eventAtNs when each event with text arrived, likewise
 * @param eventRead number of the socket read that brought it; events of one read share a time
 * @param eventCharacters of text it carried
 * @param eventKind {@code content} or {@code reasoning}
 * @param outputTokens by the run's tokenizer
 * @param providerOutputTokens as the provider counts
 * @param metrics in seconds or tokens/s
 * @param phases seconds of each part of its time, by id; they add up to {@code e2e}
 * @param quantities what is counted beside the metrics, by id
 * @param atOnce whether the answer came whole, at once, instead of being streamed
 * @param shortOutput a success under 80 % of the requested length without a length stop
 * @param text of the answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestBody(
        int number,
        Instant startedAt,
        String outcome,
        Integer httpStatus,
        String httpVersion,
        String errorCode,
        Map<String, Long> instantsNs,
        List<Long> eventAtNs,
        List<Integer> eventRead,
        List<Integer> eventCharacters,
        List<String> eventKind,
        int inputTokens,
        int requestedOutputTokens,
        int outputTokens,
        Integer providerInputTokens,
        Integer providerOutputTokens,
        Integer providerReasoningTokens,
        String finishReason,
        Map<String, Double> metrics,
        Map<String, Double> phases,
        Map<String, Double> quantities,
        boolean atOnce,
        boolean shortOutput,
        long bodyBytes,
        int reads,
        String text) {

    public static RequestBody of(MeasuredRequest request) {
        RequestTrace trace = request.trace();
        var instants = new LinkedHashMap<String, Long>();
        trace.timeline().instants().forEach((moment, nanos) -> instants.put(moment.id(), nanos));
        var metrics = new LinkedHashMap<String, Double>();
        request.values().forEach((metric, value) -> metrics.put(metric.id(), value));
        List<StreamEvent> events = trace.events();
        return new RequestBody(
                trace.number(),
                trace.startedAt(),
                trace.outcome().id(),
                orNull(trace.response().httpStatus()),
                trace.response().httpVersion().orElse(null),
                trace.response().errorCode().orElse(null),
                instants,
                events.stream().map(StreamEvent::atNanos).toList(),
                events.stream().map(StreamEvent::read).toList(),
                events.stream().map(StreamEvent::characters).toList(),
                events.stream().map(event -> event.kind().id()).toList(),
                request.inputTokens(),
                request.requestedOutputTokens(),
                request.outputTokens(),
                orNull(trace.usage().input()),
                orNull(trace.usage().output()),
                orNull(trace.usage().reasoning()),
                trace.finishReason().orElse(null),
                metrics,
                phases(request),
                quantities(request),
                Arrival.atOnce(request),
                request.shortOutput(),
                trace.response().bodyBytes(),
                trace.response().reads(),
                trace.text());
    }

    private static Map<String, Double> phases(MeasuredRequest request) {
        var phases = new LinkedHashMap<String, Double>();
        if (request.trace().succeeded()) {
            Phase.of(request.trace().timeline()).forEach((phase, seconds) -> phases.put(phase.id(), seconds));
        }
        return phases;
    }

    private static Map<String, Double> quantities(MeasuredRequest request) {
        var quantities = new LinkedHashMap<String, Double>();
        for (Quantity quantity : Quantity.values()) {
            quantity.of(request).ifPresent(value -> quantities.put(quantity.id(), value));
        }
        return quantities;
    }

    private static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
