package org.llmperf.leaderboard.client.azure;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.testsupport.Asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.testsupport.Chunks.*;

class AzureDialectTest extends EventStreamDialectTest {
    private static final String FILTER =
            "\"content_filter_results\":{\"hate\":{\"filtered\":false,\"severity\":\"safe\"}}";
    private static final String PROMPT_FILTERED = event(
            "{\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\",\"prompt_filter_results\":[{"
                    + FILTER + "}]}");

    @Override
    protected Dialect dialect() {
        return new AzureDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(PROMPT_FILTERED + ROLE + filtered("Hello") + filtered(" world") + STOP + USAGE + DONE);
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"error\":{\"code\":\"some_code\",\"message\":\"some words\"}}");
    }

    @Override
    protected String errorEvent() {
        return event("{\"error\":{\"code\":\"stream_code\",\"message\":\"no more\"}}");
    }

    private static String filtered(String text) {
        return event("{\"choices\":[{" + FILTER + ",\"delta\":{\"content\":\"" + text
                + "\"},\"finish_reason\":null}],\"obfuscation\":\"aB\"}");
    }

    private HttpCall call(String base) {
        Endpoint endpoint = new Endpoint(URI.create(base), Optional.of("planted-key-0123456789"), "dep", Map.of());
        return dialect().call(endpoint, Asking.hello());
    }

    @Test
    void a_deployment_is_asked_at_its_own_address_with_the_version_behind_the_path() {
        assertThat(call("https://res.openai.azure.com/openai/deployments/dep?api-version=2024-10-21")
                        .uri())
                .hasToString("https://res.openai.azure.com/openai/deployments/dep/chat/completions"
                        + "?api-version=2024-10-21");
        assertThat(call("https://res.openai.azure.com/openai/v1").uri())
                .hasToString("https://res.openai.azure.com/openai/v1/chat/completions");
    }

    @Test
    void the_key_stands_in_azures_own_header() {
        assertThat(call("https://res.openai.azure.com/openai/v1").headers())
                .containsEntry("api-key", "planted-key-0123456789")
                .doesNotContainKey("authorization");
    }

    @Test
    void what_the_filter_says_of_the_prompt_is_not_the_first_token() {
        assertThat(read(PROMPT_FILTERED).pieces()).isEmpty();
        assertThat(read(PROMPT_FILTERED).error()).isEmpty();
    }

    @Test
    void an_answer_that_the_filter_cut_ends_with_that_reason() {
        Answer answer = read(
                filtered("a"),
                event("{\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\",\"index\":0}]}"),
                DONE);

        assertThat(answer.finishReason()).contains("content_filter");
    }
}
