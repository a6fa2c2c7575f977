package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.StreamEvent;

/**
 * One request in LLMPerf's words: a row of its file of individual responses. Times are seconds. A failed request has no
 * times here, where LLMPerf writes 0.
 *
 * @param errorCode null in the file for a success; else the HTTP status, or -1 where there is none that tells of a failure
 * @param errorMessage empty for a success
 * @param interTokenLatency by LLMPerf's formula, which includes the time to the first token: the sum of the gaps before
 *     each content event, divided by its output tokens. The divisor is that of LLMPerf v2.0 and of the leaderboard of 2023;
 *     later versions divide by lines of the event stream instead, which are not kept here
 * @param outputThroughput LLMPerf's output tokens over the whole answer's time
 * @param totalTokens nominal input and output together
 * @param outputTokens one more than ours, for LLMPerf counts the mark of a text's beginning (BOS)
 * @param inputTokens nominal
 * @param others keys that LLMPerf does not use, in a file's order
 */
@JsonPropertyOrder({
    "error_code",
    "error_msg",
    "inter_token_latency_s",
    "ttft_s",
    "end_to_end_latency_s",
    "request_output_throughput_token_per_s",
    "number_total_tokens",
    "number_output_tokens",
    "number_input_tokens"
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LlmperfIndividual(
        @JsonProperty("error_code") @JsonInclude(JsonInclude.Include.ALWAYS)
        OptionalInt errorCode,

        @JsonProperty("error_msg") String errorMessage,
        @JsonProperty("inter_token_latency_s") OptionalDouble interTokenLatency,
        @JsonProperty("ttft_s") OptionalDouble ttft,
        @JsonProperty("end_to_end_latency_s") OptionalDouble endToEndLatency,

        @JsonProperty("request_output_throughput_token_per_s")
        OptionalDouble outputThroughput,

        @JsonProperty("number_total_tokens") int totalTokens,
        @JsonProperty("number_output_tokens") int outputTokens,
        @JsonProperty("number_input_tokens") int inputTokens,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> others) {

    private static final double NANOS = 1e9;
    private static final int BOS = 1;
    private static final int OTHER_ERROR = -1;

    /** NaN, which LLMPerf may write for what has no value, is absent. */
    public LlmperfIndividual {
        interTokenLatency = known(interTokenLatency);
        ttft = known(ttft);
        endToEndLatency = known(endToEndLatency);
        outputThroughput = known(outputThroughput);
    }

    /** The request as LLMPerf would have written it, with the leaderboard's own figures beside. */
    public static LlmperfIndividual of(MeasuredRequest request) {
        RequestTrace trace = request.trace();
        int outputTokens = request.outputTokens() + BOS;
        OptionalDouble whole = seconds(trace, Moment.ENDED);
        return new LlmperfIndividual(
                errorCode(trace),
                errorMessage(trace),
                over(seconds(trace, Moment.LAST_CONTENT), outputTokens),
                seconds(trace, Moment.FIRST_CONTENT),
                whole,
                rate(outputTokens, whole),
                request.nominalInputTokens() + outputTokens,
                outputTokens,
                request.nominalInputTokens(),
                LeaderboardKeys.of(request));
    }

    /**
     * As LLMPerf's clients measure, before its load test puts tokens counted in the text in their place: events with
     * content are its tokens, and the latency between them is the sum of all gaps. Its client for OpenAI's API counts the
     * events without content too, which are not kept here.
     */
    static LlmperfIndividual asClientSaw(RequestTrace trace, int nominalInputTokens) {
        int events = (int) trace.events().stream()
                .filter(event -> event.kind() == StreamEvent.Kind.CONTENT)
                .count();
        OptionalDouble whole = seconds(trace, Moment.ENDED);
        return new LlmperfIndividual(
                errorCode(trace),
                errorMessage(trace),
                seconds(trace, Moment.LAST_CONTENT),
                seconds(trace, Moment.FIRST_CONTENT),
                whole,
                rate(events, whole),
                nominalInputTokens + events,
                events,
                nominalInputTokens,
                Map.of());
    }

    /** For readers other than who measured it: the provider's id leads to whoever asked. */
    LlmperfIndividual withoutRequestId() {
        Map<String, Object> rest = new LinkedHashMap<>(others);
        rest.remove(LeaderboardKeys.REQUEST_ID);
        return new LlmperfIndividual(
                errorCode,
                errorMessage,
                interTokenLatency,
                ttft,
                endToEndLatency,
                outputThroughput,
                totalTokens,
                outputTokens,
                inputTokens,
                rest);
    }

    public boolean succeeded() {
        return errorCode.isEmpty();
    }

    private static OptionalDouble known(OptionalDouble value) {
        return value.isPresent() && Double.isNaN(value.getAsDouble()) ? OptionalDouble.empty() : value;
    }

    private static OptionalInt errorCode(RequestTrace trace) {
        if (trace.succeeded()) {
            return OptionalInt.empty();
        }
        int status = trace.response().httpStatus().orElse(OTHER_ERROR);
        // a stream that began well and then failed
        boolean beganWell = status >= 200 && status < 300;
        return OptionalInt.of(beganWell ? OTHER_ERROR : status);
    }

    private static String errorMessage(RequestTrace trace) {
        return trace.succeeded() ? "" : trace.failure().orElseGet(trace.outcome()::label);
    }

    /** Since the start of a successful request. */
    private static OptionalDouble seconds(RequestTrace trace, Moment moment) {
        OptionalLong nanos =
                trace.succeeded() ? trace.timeline().between(Moment.STARTED, moment) : OptionalLong.empty();
        return nanos.isPresent() && nanos.getAsLong() > 0
                ? OptionalDouble.of(nanos.getAsLong() / NANOS)
                : OptionalDouble.empty();
    }

    private static OptionalDouble rate(int count, OptionalDouble seconds) {
        return seconds.isPresent() ? OptionalDouble.of(count / seconds.getAsDouble()) : seconds;
    }

    private static OptionalDouble over(OptionalDouble value, int divisor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
    }
}
