package org.llmperf.leaderboard.client.ollama;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.DialectContractTest;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class OllamaDialectTest extends DialectContractTest {
    private static final String DONE =
            line("\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done_reason\":\"length\",\"done\":true,"
                    + "\"total_duration\":912,\"prompt_eval_count\":7,\"prompt_eval_duration\":30,\"eval_count\":2");

    @Override
    protected Dialect dialect() {
        return new OllamaDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(content("Hello") + content(" world") + DONE);
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"error\":\"some words\"}");
    }

    @Override
    protected Optional<String> refusalCode() {
        return Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String fields) {
        return "{\"model\":\"some-model\",\"created_at\":\"2026-11-24T09:00:00.1Z\"," + fields + "}\n";
    }

    private static String content(String text) {
        return line("\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"},\"done\":false");
    }

    private Answer read(String... lines) {
        return dialect().read(List.of(new BodyRead(bytes(String.join("", lines)), 10, 1)));
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        HttpCall call = dialect().call(endpoint(Map.of("options", Map.of("seed", 7))), Asking.hello());

        assertThat(call.uri()).hasToString("https://host.example/base/api/chat");
        assertThat(call.accept()).isEqualTo("application/x-ndjson");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"model": "some-model", "messages": [{"role": "user", "content": "Hello"}], "stream": true,
                 "options": {"num_predict": 150, "seed": 7}}"""));
    }

    @Test
    void a_server_of_ones_own_needs_no_key() {
        Endpoint open = new Endpoint(URI.create("http://gpu:11434"), Optional.empty(), "m", Map.of());

        assertThat(dialect().call(open, Asking.hello()).headers()).doesNotContainKey("authorization");
    }

    @Test
    void thinking_is_told_apart_from_content() {
        Answer answer = read(
                line("\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"Hm\"},\"done\":false"),
                content("a"));

        assertThat(answer.pieces())
                .containsExactly(
                        new Answer.Piece(10, 1, Kind.REASONING, "Hm"), new Answer.Piece(10, 1, Kind.CONTENT, "a"));
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void an_error_in_the_stream_is_one() {
        assertThat(read(content("a"), "{\"error\":\"the runner died\"}\n").error())
                .contains(new ProviderError(Optional.empty(), "the runner died"));
    }

    @Test
    void an_old_server_gives_no_reason_and_a_cached_prompt_has_no_count() {
        Answer answer = read(content("a"), line("\"message\":{\"content\":\"\"},\"done\":true,\"eval_count\":1"));

        assertThat(answer.ended()).isTrue();
        assertThat(answer.finishReason()).isEmpty();
        assertThat(answer.usage().input()).isEmpty();
        assertThat(answer.usage().output()).hasValue(1);
    }

    @Test
    void a_line_that_is_no_json_is_malformed() {
        assertThat(read(content("a"), "{\"message\":\n", DONE).malformed()).contains("an event that is not JSON");
    }
}
