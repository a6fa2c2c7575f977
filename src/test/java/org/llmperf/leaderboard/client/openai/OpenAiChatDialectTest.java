package org.llmperf.leaderboard.client.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.DialectContractTest;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.*;

class OpenAiChatDialectTest extends DialectContractTest {
    private static final TokenUsage SEVEN_AND_TWO =
            new TokenUsage(OptionalInt.of(7), OptionalInt.of(2), OptionalInt.empty());
    private static final String COUNTS = "{\"prompt_tokens\":7,\"completion_tokens\":2}";

    @Override
    protected Dialect dialect() {
        return new OpenAiChatDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return (ROLE + content("Hello") + content(" world") + STOP + USAGE + DONE).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] refusal() {
        return "{\"error\":{\"message\":\"some words\",\"code\":\"some_code\"}}".getBytes(StandardCharsets.UTF_8);
    }

    private Answer read(String... events) {
        byte[] bytes = String.join("", events).getBytes(StandardCharsets.UTF_8);
        return dialect().read(List.of(new BodyRead(bytes, 10, 1)));
    }

    private static String delta(String delta) {
        return event("{\"choices\":[{\"delta\":" + delta + "}]}");
    }

    private JsonNode body(Map<String, Object> parameters) throws Exception {
        return Json.tree(call(endpoint(parameters)).body());
    }

    private HttpCall call(Endpoint endpoint) {
        return dialect().call(endpoint, new ProviderRequest(0, 0, 0, "Hi", 150));
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        HttpCall call = call(endpoint(Map.of()));

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).hasToString("https://host.example/base/chat/completions");
        assertThat(call.accept()).isEqualTo("text/event-stream");
        assertThat(call.headers())
                .containsEntry("authorization", "Bearer planted-key-0123456789")
                .containsEntry("content-type", "application/json");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"model": "some-model", "messages": [{"role": "user", "content": "Hi"}], "max_tokens": 150,
                 "stream": true, "stream_options": {"include_usage": true}}"""));
    }

    @Test
    void parameters_add_replace_and_remove() throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("top_k", 1);
        parameters.put("stream_options", null);
        parameters.put("max_tokens", null);
        parameters.put("max_completion_tokens", "{max_tokens}");

        JsonNode body = body(parameters);
        assertThat(body.path("top_k").asInt()).isEqualTo(1);
        assertThat(body.path("max_completion_tokens")).isEqualTo(Json.tree("150"));
        assertThat(body.has("stream_options") || body.has("max_tokens")).isFalse();
    }

    @Test
    void no_key_means_no_authorisation_and_a_query_stays_behind_the_path() {
        Endpoint open =
                new Endpoint(URI.create("http://host.example:8000/v1/?api-version=2"), Optional.empty(), "m", Map.of());

        assertThat(call(open).headers()).doesNotContainKey("authorization");
        assertThat(call(open).uri()).hasToString("http://host.example:8000/v1/chat/completions?api-version=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}",
                "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":[]}}]}",
                "{\"choices\":[{\"delta\":null}]}",
                "{\"choices\":[]}",
                "{\"choices\":null,\"error\":null,\"usage\":null}",
                "{\"choices\":[{\"delta\":{\"content\":\"\",\"reasoning\":null,\"reasoning_details\":[{}]}}]}",
                "{}",
                " "
            })
    void what_holds_no_text_is_no_piece(String data) {
        Answer answer = read(event(data), content("a"), DONE);

        assertThat(answer.pieces()).hasSize(1);
        assertThat(answer.malformed()).isEmpty();
        assertThat(answer.error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reasoning_content\":\"Hm\"}",
                "{\"reasoning\":\"Hm\",\"content\":\"\"}",
                "{\"reasoning_content\":\"Hm\",\"reasoning\":\"Hm\",\"content\":null}",
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Hm\"}]}]}",
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":\"Hm\"}]}"
            })
    void reasoning_is_told_apart_from_content(String delta) {
        Answer answer = read(delta(delta), content("a"), DONE);

        assertThat(answer.pieces())
                .containsExactly(
                        new Answer.Piece(10, 1, Kind.REASONING, "Hm"), new Answer.Piece(10, 1, Kind.CONTENT, "a"));
        assertThat(answer.text()).isEqualTo("a");
    }

    @Test
    void content_in_parts_is_one_piece() {
        Answer answer =
                read(delta("{\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"text\",\"text\":\"b\"}]}"));

        assertThat(answer.pieces()).containsExactly(new Answer.Piece(10, 1, Kind.CONTENT, "ab"));
    }

    @Test
    void text_beside_a_delta_is_not_counted_twice() {
        assertThat(read(event("{\"choices\":[{\"text\":\"a\",\"delta\":{\"content\":\"a\"}}]}"))
                        .text())
                .isEqualTo("a");
        assertThat(read(event("{\"choices\":[{\"text\":\"a\"}]}")).text()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[],\"usage\":" + COUNTS + "}",
                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":" + COUNTS + "}",
                "{\"choices\":[{\"delta\":{\"content\":\"b\"}}],\"usage\":" + COUNTS + "}",
                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{\"usage\":" + COUNTS + "}}",
                "{\"choices\":[{\"delta\":{\"content\":\"\"},\"finish_reason\":null}],\"usage\":" + COUNTS + "}"
            })
    void usage_is_found_in_any_of_its_places(String chunk) {
        Answer answer = read(
                event("{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":null}"),
                event("{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"completion_tokens\":1}}"),
                event(chunk),
                DONE);

        assertThat(answer.usage()).isEqualTo(SEVEN_AND_TWO);
    }

    @Test
    void reasoning_tokens_are_counted_and_nonsense_is_absent() {
        TokenUsage usage = read(event("{\"usage\":{\"prompt_tokens\":-1,\"completion_tokens\":\"many\","
                        + "\"completion_tokens_details\":{\"reasoning_tokens\":5}}}"))
                .usage();

        assertThat(usage).isEqualTo(new TokenUsage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(5)));
    }

    @Test
    void a_finish_reason_stays_when_a_later_chunk_has_none() {
        Answer answer = read(content("a"), STOP, delta("{\"content\":\"\"}"), DONE);

        assertThat(answer.finishReason()).contains("stop");
        assertThat(answer.ended()).isTrue();
    }

    @Test
    void every_form_of_an_error_is_understood() {
        assertThat(error(event("{\"error\":{\"code\":429,\"message\":\"slow\"},\"choices\":[{\"delta\":{}}]}")))
                .contains(new ProviderError(Optional.of("429"), "slow"));
        assertThat(error(event("{\"error\":{\"code\":null,\"type\":\"overloaded\",\"message\":\"slow\"}}")))
                .contains(new ProviderError(Optional.of("overloaded"), "slow"));
        assertThat(error(event("{\"error\":\"slow\"}"))).contains(new ProviderError(Optional.empty(), "slow"));
        assertThat(error(event("{\"object\":\"error\",\"message\":\"slow\",\"code\":40303}")))
                .contains(new ProviderError(Optional.of("40303"), "slow"));
        assertThat(error("event: error\ndata: {\"message\":\"slow\",\"status_code\":498}\n\n"))
                .contains(new ProviderError(Optional.of("498"), "slow"));
        assertThat(error("event: error\ndata: slow\n\n")).contains(new ProviderError(Optional.empty(), "slow"));
        assertThat(error("event: error\ndata: \"slow\"\n\n")).isPresent();
    }

    @Test
    void what_the_provider_behind_a_gateway_said_is_kept() {
        assertThat(error(event("{\"error\":{\"code\":429,\"message\":\"Provider returned error\",\"metadata\":"
                        + "{\"raw\":\"model busy\",\"provider_name\":\"P\"}}}")))
                .contains(new ProviderError(Optional.of("429"), "Provider returned error: model busy"));
        assertThat(error(event("{\"error\":{\"code\":502,\"message\":\"Provider returned error\",\"metadata\":"
                        + "{\"raw\":{\"detail\":\"down\"}}}}")))
                .contains(new ProviderError(Optional.of("502"), "Provider returned error: {\"detail\":\"down\"}"));
    }

    private Optional<ProviderError> error(String events) {
        return read(content("a"), events).error();
    }

    @Test
    void what_follows_the_end_marker_is_not_read() {
        Answer answer = read(content("a"), DONE, content("b"), event("not JSON"));

        assertThat(answer.text()).isEqualTo("a");
        assertThat(answer.malformed()).isEmpty();
    }
}
