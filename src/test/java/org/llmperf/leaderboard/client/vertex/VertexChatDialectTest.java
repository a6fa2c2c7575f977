package org.llmperf.leaderboard.client.vertex;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.GeminiEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.*;

class VertexChatDialectTest extends EventStreamDialectTest {

    @Override
    protected Dialect dialect() {
        return new VertexChatDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(ROLE + content("Hello") + content(" world") + STOP + USAGE + DONE);
    }

    @Override
    protected byte[] refusal() {
        return bytes("[" + GeminiEvents.REFUSAL + "]");
    }

    @Override
    protected String errorEvent() {
        return event("{\"error\":{\"code\":\"stream_code\",\"message\":\"no more\"}}");
    }

    @Test
    void an_endpoint_is_asked_for_chat_completions() {
        String endpoint =
                "https://us-central1-aiplatform.googleapis.com/v1beta1/projects/p/locations/us-central1/endpoints/42";
        assertThat(dialect()
                        .call(new Endpoint(URI.create(endpoint), Optional.empty(), "m", Map.of()), Asking.hello())
                        .uri())
                .hasToString(endpoint + "/chat/completions");
    }

    @Test
    void what_the_models_own_server_says_is_understood_too() {
        assertThat(dialect().readError(bytes("{\"object\":\"error\",\"message\":\"no such model\",\"code\":404}")))
                .contains(new ProviderError(Optional.of("404"), "no such model"));
    }
}
