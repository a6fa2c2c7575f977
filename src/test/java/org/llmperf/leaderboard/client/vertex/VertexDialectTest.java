package org.llmperf.leaderboard.client.vertex;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.GeminiEvents;

import static org.assertj.core.api.Assertions.assertThat;

class VertexDialectTest extends EventStreamDialectTest {
    private static final String PLACE =
            "https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/europe-west4";

    @Override
    protected Dialect dialect() {
        return new VertexDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(GeminiEvents.HELLO_WORLD);
    }

    @Override
    protected byte[] refusal() {
        return bytes("[" + GeminiEvents.REFUSAL + "]");
    }

    @Override
    protected String errorEvent() {
        return GeminiEvents.ERROR;
    }

    private HttpCall call(String model) {
        return dialect().call(new Endpoint(URI.create(PLACE), Optional.empty(), model, Map.of()), Asking.hello());
    }

    @Test
    void one_of_googles_models_is_asked_below_project_and_place() throws Exception {
        HttpCall call = call("gemini-2.5-flash");

        assertThat(call.uri())
                .hasToString(PLACE + "/publishers/google/models/gemini-2.5-flash:streamGenerateContent?alt=sse");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"contents": [{"role": "user", "parts": [{"text": "Hello"}]}],
                 "generationConfig": {"maxOutputTokens": 150}}"""));
    }

    @Test
    void another_resource_is_asked_by_its_path() {
        assertThat(call("endpoints/42").uri()).hasToString(PLACE + "/endpoints/42:streamGenerateContent?alt=sse");
    }
}
