package org.llmperf.leaderboard.client.anthropic;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class AnthropicDialectTest extends EventStreamDialectTest {
    private static final String START = event(
            "message_start",
            "\"message\":{\"role\":\"assistant\",\"content\":[],\"stop_reason\":null,"
                    + "\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}");
    private static final String PING = event("ping", "\"x\":1");
    private static final String END = event("content_block_stop", "\"index\":0")
            + event(
                    "message_delta",
                    "\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":2}")
            + event("message_stop", "\"x\":1");

    @Override
    protected Dialect dialect() {
        return new AnthropicDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(START + block("text") + PING + text("Hello") + PING + text(" world") + END);
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"type\":\"error\",\"error\":{\"type\":\"some_code\",\"message\":\"some words\"},"
                + "\"request_id\":\"req_1\"}");
    }

    @Override
    protected String errorEvent() {
        return event("error", "\"error\":{\"type\":\"stream_code\",\"message\":\"no more\"}");
    }

    /** Anthropic pads its objects with spaces. */
    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "   }\n\n";
    }

    private static String block(String type) {
        return event(
                "content_block_start",
                "\"index\":0,\"content_block\":{\"type\":\"" + type + "\",\"" + type + "\":\"\"}");
    }

    private static String delta(String fields) {
        return event("content_block_delta", "\"index\":0,\"delta\":{" + fields + "}");
    }

    private static String text(String text) {
        return delta("\"type\":\"text_delta\",\"text\":\"" + text + "\"");
    }

    private static String thinking(String text) {
        return delta("\"type\":\"thinking_delta\",\"thinking\":\"" + text + "\"");
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        HttpCall call = dialect().call(endpoint(Map.of()), Asking.hello());

        assertThat(call.uri()).hasToString("https://host.example/base/v1/messages");
        assertThat(call.headers())
                .containsEntry("x-api-key", "planted-key-0123456789")
                .containsEntry("anthropic-version", "2023-06-01")
                .doesNotContainKey("authorization");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"model": "some-model", "max_tokens": 150, "messages": [{"role": "user", "content": "Hello"}],
                 "stream": true}"""));
    }

    @Test
    void thinking_is_reasoning_and_counted_as_such() {
        Answer answer = read(
                START,
                block("thinking"),
                thinking("Hm"),
                delta("\"type\":\"signature_delta\",\"signature\":\"c2lnbmVk\""),
                text("Hello"),
                event(
                        "message_delta",
                        "\"delta\":{\"stop_reason\":\"max_tokens\"},\"usage\":{\"input_tokens\":9,\"output_tokens\":30,"
                                + "\"output_tokens_details\":{\"thinking_tokens\":20}}"));

        assertThat(answer.pieces())
                .containsExactly(
                        new Answer.Piece(10, 1, Kind.REASONING, "Hm"), new Answer.Piece(10, 1, Kind.CONTENT, "Hello"));
        assertThat(answer.usage()).isEqualTo(new TokenUsage(OptionalInt.of(9), OptionalInt.of(30), OptionalInt.of(20)));
        assertThat(answer.finishReason()).contains("max_tokens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: ping\ndata: {\"type\": \"ping\"}\n\n",
                "event: of_a_later_day\ndata: {\"type\":\"of_a_later_day\",\"text\":\"x\"}\n\n",
                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\","
                        + "\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{}\"}}\n\n",
                "event: content_block_start\ndata: {\"type\":\"content_block_start\","
                        + "\"content_block\":{\"type\":\"tool_use\",\"name\":\"x\",\"input\":{}}}\n\n"
            })
    void what_holds_no_text_is_no_piece(String event) {
        Answer answer = read(START, event, text("a"), END);

        assertThat(answer.pieces()).hasSize(1);
        assertThat(answer.malformed()).isEmpty();
        assertThat(answer.error()).isEmpty();
    }

    @Test
    void a_block_may_begin_with_text() {
        assertThat(read(event(
                                "content_block_start",
                                "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"A\"}"))
                        .text())
                .isEqualTo("A");
    }

    @Test
    void an_overloaded_provider_says_so_within_the_stream() {
        Answer answer = read(
                START,
                "event: error\n"
                        + "data: {\"type\":\"error\",\"error\":{\"details\":null,\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n");

        assertThat(answer.error()).contains(new ProviderError(Optional.of("overloaded_error"), "Overloaded"));
        assertThat(answer.ended()).isFalse();
    }
}
