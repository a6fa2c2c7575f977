package org.llmperf.leaderboard.client.responses;

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
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class ResponsesDialectTest extends EventStreamDialectTest {
    private static final String CREATED =
            event("response.created", "\"response\":{\"status\":\"in_progress\",\"error\":null,\"usage\":null}");
    private static final String COMPLETED = event(
            "response.completed",
            "\"response\":{\"status\":\"completed\",\"error\":null,\"incomplete_details\":null,"
                    + "\"output\":[{\"content\":[{\"type\":\"output_text\",\"text\":\"Hello world\"}]}],"
                    + "\"usage\":{\"input_tokens\":7,\"output_tokens\":2,\"output_tokens_details\":{\"reasoning_tokens\":0}}}");

    @Override
    protected Dialect dialect() {
        return new ResponsesDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(CREATED
                + delta("output_text", "Hello")
                + delta("output_text", " world")
                + event("response.output_text.done", "\"text\":\"Hello world\"")
                + COMPLETED);
    }

    /** This API always says how much of it was reasoning. */
    @Override
    protected TokenUsage usage() {
        return new TokenUsage(OptionalInt.of(7), OptionalInt.of(2), OptionalInt.of(0));
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"error\":{\"message\":\"some words\",\"type\":\"x\",\"param\":null,\"code\":\"some_code\"}}");
    }

    @Override
    protected String errorEvent() {
        return event("error", "\"code\":\"stream_code\",\"message\":\"no more\",\"param\":null");
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\",\"sequence_number\":1," + fields + "}\n\n";
    }

    private static String delta(String what, String text) {
        return event(
                "response." + what + ".delta",
                "\"output_index\":0,\"delta\":\"" + text + "\",\"logprobs\":[],\"obfuscation\":\"xY1\"");
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        HttpCall call = dialect().call(endpoint(Map.of("reasoning", Map.of("effort", "low"))), Asking.hello());

        assertThat(call.uri()).hasToString("https://host.example/base/responses");
        assertThat(call.headers()).containsEntry("authorization", "Bearer planted-key-0123456789");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"model": "some-model", "input": "Hello", "max_output_tokens": 150, "stream": true,
                 "reasoning": {"effort": "low"}}"""));
    }

    /** As OpenRouter streams. */
    @Test
    void events_without_an_event_line_and_with_done_behind_are_a_proper_answer() {
        String stream = (CREATED + delta("output_text", "Hello") + COMPLETED).replaceAll("event: .*\n", "");
        byte[] whole = bytes(": OPENROUTER PROCESSING\n\n" + stream + "data: [DONE]\n\n");

        Answer answer = dialect().read(inReadsOf(50, whole));

        assertThat(answer.malformed()).isEmpty();
        assertThat(answer.ended()).isTrue();
        assertThat(answer.text()).isEqualTo("Hello");
        assertThat(answer.usage()).isEqualTo(usage());
        assertThat(dialect().endMarker().seenIn(bytes(stream))).isTrue();
    }

    @Test
    void reasoning_is_told_apart_and_what_is_no_text_is_no_piece() {
        Answer answer = read(
                CREATED,
                event("response.output_item.added", "\"item\":{\"type\":\"reasoning\",\"encrypted_content\":\"gAAA\"}"),
                delta("reasoning_summary_text", "Hm"),
                delta("reasoning_text", "Hm"),
                delta("code_interpreter_call_code", "x = 1"),
                delta("output_text", ""),
                delta("output_text", "a"),
                event("response.of_a_later_day", "\"delta\":\"x\""));

        assertThat(answer.pieces())
                .containsExactly(
                        new Answer.Piece(10, 1, Kind.REASONING, "Hm"),
                        new Answer.Piece(10, 1, Kind.REASONING, "Hm"),
                        new Answer.Piece(10, 1, Kind.CONTENT, "a"));
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void a_response_cut_by_its_length_ends_with_the_reason() {
        Answer answer = read(
                delta("output_text", "a"),
                event(
                        "response.incomplete",
                        "\"response\":{\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"max_output_tokens\"},"
                                + "\"usage\":{\"input_tokens\":7,\"output_tokens\":150,\"output_tokens_details\":{\"reasoning_tokens\":64}}}"));

        assertThat(answer.finishReason()).contains("max_output_tokens");
        assertThat(answer.ended()).isTrue();
        assertThat(answer.usage())
                .isEqualTo(new TokenUsage(OptionalInt.of(7), OptionalInt.of(150), OptionalInt.of(64)));
    }

    @Test
    void a_failed_response_is_an_error() {
        assertThat(
                        error(
                                event(
                                        "response.failed",
                                        "\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"oops\"}}")))
                .contains(new ProviderError(Optional.of("server_error"), "oops"));
        assertThat(error(event("response.failed", "\"response\":{\"status\":\"failed\",\"error\":null}")))
                .isPresent();
    }

    @Test
    void every_form_of_an_error_event_is_understood() {
        assertThat(error("event: error\ndata: {\"type\":\"error\",\"error\":"
                        + "{\"type\":\"too_many_requests\",\"code\":null,\"message\":\"slow\"}}\n\n"))
                .contains(new ProviderError(Optional.of("too_many_requests"), "slow"));
        assertThat(error("data: {\"type\":\"error\",\"code\":\"x\",\"message\":\"slow\"}\n\n"))
                .contains(new ProviderError(Optional.of("x"), "slow"));
        assertThat(error("event: error\ndata: slow\n\n")).contains(new ProviderError(Optional.empty(), "slow"));
    }

    private Optional<ProviderError> error(String event) {
        return read(delta("output_text", "a"), event).error();
    }
}
