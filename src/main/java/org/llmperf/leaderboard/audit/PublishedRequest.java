package org.llmperf.leaderboard.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

/**
 * One request under the names by which the API publishes it. Times are nanoseconds since the start of the run.
 *
 * @param metrics by id, in seconds or tokens/s
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PublishedRequest(
        int number,
        Instant startedAt,
        String outcome,
        OptionalInt httpStatus,
        Optional<String> httpVersion,
        Optional<String> errorCode,
        Map<String, Long> instantsNs,
        List<Long> eventAtNs,
        List<Integer> eventRead,
        List<Integer> eventCharacters,
        List<String> eventKind,
        int inputTokens,
        int requestedOutputTokens,
        int outputTokens,
        OptionalInt providerInputTokens,
        OptionalInt providerOutputTokens,
        OptionalInt providerReasoningTokens,
        Optional<String> finishReason,
        Map<String, Double> metrics,
        boolean shortOutput,
        long bodyBytes,
        int reads,
        String text) {

    PublishedRequest {
        if (text == null) {
            throw new UnverifiableRunException("Request " + number + " has no text whose tokens could be counted");
        }
    }

    static PublishedRequest of(MeasuredRequest request) {
        RequestTrace trace = request.trace();
        Map<String, Long> instants = new LinkedHashMap<>();
        trace.timeline().instants().forEach((moment, nanos) -> instants.put(moment.id(), nanos));
        Map<String, Double> metrics = new LinkedHashMap<>();
        request.values().forEach((metric, value) -> metrics.put(metric.id(), value));
        List<StreamEvent> events = trace.events();
        return new PublishedRequest(
                trace.number(),
                trace.startedAt(),
                trace.outcome().id(),
                trace.response().httpStatus(),
                trace.response().httpVersion(),
                trace.response().errorCode(),
                instants,
                events.stream().map(StreamEvent::atNanos).toList(),
                events.stream().map(StreamEvent::read).toList(),
                events.stream().map(StreamEvent::characters).toList(),
                events.stream().map(event -> event.kind().id()).toList(),
                request.inputTokens(),
                request.requestedOutputTokens(),
                request.outputTokens(),
                trace.usage().input(),
                trace.usage().output(),
                trace.usage().reasoning(),
                trace.finishReason(),
                metrics,
                request.shortOutput(),
                trace.response().bodyBytes(),
                trace.response().reads(),
                trace.text());
    }

    /** What the engine saw, as far as it is published: a failure's own words and the provider's id are not. */
    RequestTrace trace() {
        Outcome ended = Outcome.ofId(outcome);
        return new RequestTrace(
                number,
                startedAt,
                ended,
                ended.failed() ? Optional.of(ended.label()) : Optional.empty(),
                timeline(),
                events(),
                new Response(httpStatus, httpVersion, Optional.empty(), Optional.empty(), errorCode, bodyBytes, reads),
                new TokenUsage(providerInputTokens, providerOutputTokens, providerReasoningTokens),
                finishReason,
                text);
    }

    private Timeline timeline() {
        Map<Moment, Long> instants = new EnumMap<>(Moment.class);
        instantsNs.forEach((id, nanos) -> instants.put(Moment.valueOf(id.toUpperCase(Locale.ROOT)), nanos));
        return new Timeline(instants);
    }

    private List<StreamEvent> events() {
        List<StreamEvent> events = new ArrayList<>();
        for (int i = 0; i < eventAtNs.size(); i++) {
            var kind = StreamEvent.Kind.valueOf(eventKind.get(i).toUpperCase(Locale.ROOT));
            events.add(new StreamEvent(eventAtNs.get(i), eventRead.get(i), kind, eventCharacters.get(i)));
        }
        return List.copyOf(events);
    }

    /** The figures that follow from the rest, by their names. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("inputTokens", inputTokens);
        figures.put("requestedOutputTokens", requestedOutputTokens);
        figures.put("outputTokens", outputTokens);
        figures.put("shortOutput", shortOutput);
        metrics.forEach((id, value) -> figures.put("metrics." + id, value));
        return figures;
    }
}
