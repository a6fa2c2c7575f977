package org.llmperf.leaderboard.client.cloudflare;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.*;

class CloudflareDialectTest extends EventStreamDialectTest {
    private static final ProviderRequest HI = new ProviderRequest(0, 0, 0, "Hi", 150);

    @Override
    protected Dialect dialect() {
        return new CloudflareDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(event("{\"response\":\"Hello\",\"p\":\"abdefgh\"}")
                + event("{\"response\":\" world\",\"p\":\"abd\"}")
                + event("{\"response\":\"\",\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2}}")
                + DONE);
    }

    @Override
    protected boolean givesFinishReason() {
        return false;
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"result\":null,\"success\":false,\"messages\":[],"
                + "\"errors\":[{\"code\":\"some_code\",\"message\":\"some words\"}]}");
    }

    @Override
    protected String errorEvent() {
        return event("{\"errors\":[{\"code\":\"stream_code\",\"message\":\"no more\"}],\"success\":false}");
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        Endpoint endpoint = new Endpoint(
                URI.create("https://api.cloudflare.com/client/v4/accounts/abc"),
                Optional.empty(),
                "@cf/meta/llama-3.1-8b-instruct",
                Map.of());
        HttpCall call = dialect().call(endpoint, HI);

        assertThat(call.uri())
                .hasToString("https://api.cloudflare.com/client/v4/accounts/abc/ai/run/@cf/meta/llama-3.1-8b-instruct");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"messages": [{"role": "user", "content": "Hi"}], "max_tokens": 150, "stream": true}"""));
    }

    @Test
    void a_token_that_is_a_number_is_text() {
        assertThat(read(event("{\"response\":4}") + event("{\"response\":2,\"p\":\"a\"}") + DONE)
                        .text())
                .isEqualTo("42");
    }

    @Test
    void what_holds_no_text_is_no_piece() {
        assertThat(read(event("{\"response\":null}") + event("{\"response\":\"\"}") + event("{\"p\":\"a\"}") + DONE)
                        .pieces())
                .isEmpty();
    }

    @Test
    void an_error_inside_the_stream_is_one() {
        assertThat(read(event("{\"errors\":[{\"code\":3040,\"message\":\"Capacity exceeded\"}],\"success\":false}"))
                        .error())
                .contains(new ProviderError(Optional.of("3040"), "Capacity exceeded"));
        assertThat(read(event("{\"response\":\"a\",\"errors\":[]}") + DONE).error())
                .isEmpty();
    }

    @Test
    void an_answer_without_its_end_marker_is_not_ended() {
        assertThat(read(event("{\"response\":\"a\"}")).ended()).isFalse();
    }
}
