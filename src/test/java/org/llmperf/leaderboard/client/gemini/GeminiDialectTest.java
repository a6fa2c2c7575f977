package org.llmperf.leaderboard.client.gemini;

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
import org.llmperf.leaderboard.client.testsupport.GeminiEvents;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.event;
import static org.llmperf.leaderboard.client.testsupport.GeminiEvents.*;

class GeminiDialectTest extends EventStreamDialectTest {

    @Override
    protected Dialect dialect() {
        return new GeminiDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(HELLO_WORLD);
    }

    @Override
    protected byte[] refusal() {
        return bytes(REFUSAL);
    }

    @Override
    protected String errorEvent() {
        return GeminiEvents.ERROR;
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        Map<String, Object> parameters =
                Map.of("generationConfig", Map.of("thinkingConfig", Map.of("thinkingBudget", 0)));
        HttpCall call = dialect().call(endpoint(parameters), Asking.hello());

        assertThat(call.uri()).hasToString("https://host.example/base/models/some-model:streamGenerateContent?alt=sse");
        assertThat(call.headers())
                .containsEntry("x-goog-api-key", "planted-key-0123456789")
                .doesNotContainKey("authorization");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"contents": [{"role": "user", "parts": [{"text": "Hello"}]}],
                 "generationConfig": {"maxOutputTokens": 150, "thinkingConfig": {"thinkingBudget": 0}}}"""));
    }

    @Test
    void thoughts_are_reasoning_and_are_counted_as_output_too() {
        Answer answer = read(
                parts(
                        "{\"text\":\"Hm\",\"thought\":true}",
                        GeminiEvents.usage("\"promptTokenCount\":7,\"thoughtsTokenCount\":60")),
                parts(
                        "{\"text\":\"He\",\"thoughtSignature\":\"CiQB\"},{\"text\":\"llo\"}",
                        GeminiEvents.usage(
                                "\"promptTokenCount\":7,\"candidatesTokenCount\":2,\"thoughtsTokenCount\":68")));

        assertThat(answer.pieces())
                .containsExactly(
                        new Answer.Piece(10, 1, Kind.REASONING, "Hm"), new Answer.Piece(10, 1, Kind.CONTENT, "Hello"));
        assertThat(answer.usage()).isEqualTo(new TokenUsage(OptionalInt.of(7), OptionalInt.of(70), OptionalInt.of(68)));
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void thoughts_alone_are_counted_before_the_first_text() {
        assertThat(read(parts("{\"text\":\"Hm\",\"thought\":true}", GeminiEvents.usage("\"thoughtsTokenCount\":60")))
                        .usage()
                        .output())
                .hasValue(60);
    }

    @Test
    void counts_beyond_all_reason_do_not_overflow() {
        assertThat(read(parts("", GeminiEvents.usage("\"candidatesTokenCount\":2147483647,\"thoughtsTokenCount\":1")))
                        .usage()
                        .output())
                .hasValue(Integer.MAX_VALUE);
    }

    @Test
    void the_last_event_may_be_without_text() {
        Answer answer = read(
                parts("{\"text\":\"a\"}", ""),
                event(
                        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}]},\"finishReason\":\"MAX_TOKENS\"}]}"));

        assertThat(answer.text()).isEqualTo("a");
        assertThat(answer.pieces()).hasSize(1);
        assertThat(answer.finishReason()).contains("MAX_TOKENS");
        assertThat(answer.ended()).isTrue();
    }

    @Test
    void calls_of_functions_are_no_text() {
        assertThat(read(parts("{\"functionCall\":{\"name\":\"f\",\"args\":{}},\"thoughtSignature\":\"EpwI\"}", ""))
                        .pieces())
                .isEmpty();
    }

    @Test
    void a_blocked_prompt_is_an_error_with_its_reason() {
        Answer answer = read(event("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},\"usageMetadata\":"
                + "{\"promptTokenCount\":7},\"modelVersion\":\"x\"}"));

        assertThat(answer.error()).contains(new ProviderError(Optional.of("SAFETY"), "the prompt was blocked: SAFETY"));
    }

    @Test
    void an_answer_held_back_has_the_reason_and_no_content() {
        Answer answer = read(event("{\"candidates\":[{\"finishReason\":\"RECITATION\",\"index\":0}]}"));

        assertThat(answer.finishReason()).contains("RECITATION");
        assertThat(answer.ended()).isTrue();
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void a_refusal_in_a_list_is_understood() {
        assertThat(dialect().readError(bytes("[" + REFUSAL + "]")))
                .contains(new ProviderError(Optional.of("some_code"), "some words"));
        assertThat(dialect().readError(bytes("[]"))).isEmpty();
    }
}
