package org.llmperf.leaderboard.client.tgi;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;

import static org.assertj.core.api.Assertions.assertThat;

class TgiDialectTest extends EventStreamDialectTest {
    private static final String LAST = "data:{\"index\":3,\"token\":{\"id\":2,\"text\":\"</s>\",\"special\":true},"
            + "\"generated_text\":\"Hello world\",\"details\":{\"finish_reason\":\"eos_token\",\"generated_tokens\":2,"
            + "\"seed\":null,\"input_length\":7}}\n\n";

    @Override
    protected Dialect dialect() {
        return new TgiDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(token("Hello") + token(" world") + LAST);
    }

    /** Without a space after the colon, as the server writes it. */
    private static String token(String text) {
        return "data:{\"index\":1,\"token\":{\"id\":15043,\"text\":\"" + text
                + "\",\"logprob\":-0.5,\"special\":false}," + "\"generated_text\":null,\"details\":null}\n\n";
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"error\":\"some words\",\"error_type\":\"some_code\"}");
    }

    /** One server has one model, so this API has no place for its name. */
    @Override
    protected Optional<String> modelInRequest() {
        return Optional.empty();
    }

    @Override
    protected String errorEvent() {
        return "data:{\"error\":\"no more\",\"error_type\":\"stream_code\"}\n\n";
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        HttpCall call = dialect().call(endpoint(Map.of()), new ProviderRequest(0, 0, 0, "Hi", 150));

        assertThat(call.uri()).hasToString("https://host.example/base/generate_stream");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"inputs": "Hi", "parameters": {"max_new_tokens": 150, "details": true}}"""));
    }

    @Test
    void a_server_of_ones_own_needs_no_key() {
        Endpoint open = new Endpoint(java.net.URI.create("http://gpu:8080"), Optional.empty(), "m", Map.of());

        assertThat(dialect().call(open, new ProviderRequest(0, 0, 0, "Hi", 150)).headers())
                .doesNotContainKey("authorization");
    }

    @Test
    void the_whole_text_at_the_end_and_special_tokens_are_no_content() {
        assertThat(read(token("Hello") + LAST).pieces())
                .extracting(Answer.Piece::text)
                .containsExactly("Hello");
    }

    @Test
    void an_error_inside_the_stream_is_one_with_or_without_the_events_name() {
        String data = "data:{\"error\":\"Request failed during generation\",\"error_type\":\"generation\"}\n\n";
        ProviderError expected = new ProviderError(Optional.of("generation"), "Request failed during generation");

        assertThat(read(token("Hello") + data).error()).contains(expected);
        assertThat(read("event:error\n" + data).error()).contains(expected);
    }
}
