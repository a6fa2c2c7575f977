package org.llmperf.leaderboard.client.cohere;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class CohereDialectTest extends EventStreamDialectTest {
    private static final String START = event(
            "message-start", "\"delta\":{\"message\":{\"role\":\"assistant\",\"content\":[],\"tool_plan\":\"\"}}");
    private static final String DONE = "data: [DONE]\n\n";

    @Override
    protected Dialect dialect() {
        return new CohereDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(START
                + event("content-start", "\"delta\":{\"message\":{\"content\":{\"type\":\"text\",\"text\":\"\"}}}")
                + content("text", "Hello")
                + content("text", " world")
                + event("content-end", "\"index\":0")
                + end(
                        "\"finish_reason\":\"COMPLETE\",\"usage\":{\"billed_units\":{\"input_tokens\":1,\"output_tokens\":1},"
                                + "\"tokens\":{\"input_tokens\":7,\"output_tokens\":2}}")
                + DONE);
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"id\":\"c0ffee\",\"message\":\"some words\"}");
    }

    @Override
    protected Optional<String> refusalCode() {
        return Optional.empty();
    }

    @Override
    protected String errorEvent() {
        return end("\"finish_reason\":\"stream_code\",\"error\":\"no more\"");
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }

    private static String content(String field, String text) {
        return event(
                "content-delta",
                "\"index\":0,\"delta\":{\"message\":{\"content\":{\"" + field + "\":\"" + text + "\"}}}");
    }

    private static String end(String delta) {
        return event("message-end", "\"delta\":{" + delta + "}");
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        HttpCall call = dialect().call(endpoint(Map.of()), Asking.hello());

        assertThat(call.uri()).hasToString("https://host.example/base/v2/chat");
        assertThat(call.headers()).containsEntry("authorization", "Bearer planted-key-0123456789");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"model": "some-model", "messages": [{"role": "user", "content": "Hello"}], "max_tokens": 150,
                 "stream": true}"""));
    }

    @Test
    void a_refusal_with_a_type_is_known_by_it() {
        assertThat(dialect().readError(bytes("{\"message\":\"slow\",\"error_type\":\"rate_limit\"}")))
                .contains(new ProviderError(Optional.of("rate_limit"), "slow"));
    }

    @Test
    void the_end_is_the_end_of_the_message_with_or_without_an_event_line_or_a_marker() {
        String end = end("\"finish_reason\":\"COMPLETE\"");

        assertThat(dialect().endMarker().seenIn(bytes(content("text", "a") + end)))
                .isTrue();
        assertThat(dialect().endMarker().seenIn(bytes(end.substring(end.indexOf('\n') + 1))))
                .isTrue();
    }

    @Test
    void thinking_is_reasoning() {
        Answer answer = read(content("thinking", "Hm"), content("text", "a"));

        assertThat(answer.pieces())
                .containsExactly(
                        new Answer.Piece(10, 1, Kind.REASONING, "Hm"), new Answer.Piece(10, 1, Kind.CONTENT, "a"));
    }

    @Test
    void plans_and_citations_are_no_text() {
        assertThat(read(
                                event("tool-plan-delta", "\"delta\":{\"message\":{\"tool_plan\":\"I will\"}}"),
                                event("citation-start", "\"delta\":{\"message\":{\"citations\":{\"text\":\"x\"}}}"))
                        .pieces())
                .isEmpty();
    }

    @Test
    void billed_units_stand_in_for_missing_counts() {
        Answer answer = read(
                end(
                        "\"finish_reason\":\"MAX_TOKENS\",\"usage\":{\"billed_units\":{\"input_tokens\":3,\"output_tokens\":4}}"));

        assertThat(answer.usage().input()).isEqualTo(OptionalInt.of(3));
        assertThat(answer.usage().output()).isEqualTo(OptionalInt.of(4));
        assertThat(answer.finishReason()).contains("MAX_TOKENS");
        assertThat(answer.error()).isEmpty();
    }

    @Test
    void an_answer_given_up_is_an_error_even_without_words() {
        assertThat(read(content("text", "a"), end("\"finish_reason\":\"ERROR\""))
                        .error())
                .contains(new ProviderError(Optional.of("ERROR"), "the answer was given up"));
        assertThat(read(content("text", "a"), end("\"finish_reason\":\"TIMEOUT\",\"error\":\"too slow\""))
                        .error())
                .contains(new ProviderError(Optional.of("TIMEOUT"), "too slow"));
    }
}
