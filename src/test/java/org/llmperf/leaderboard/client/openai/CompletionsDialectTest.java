package org.llmperf.leaderboard.client.openai;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.testsupport.Asking;

import static org.assertj.core.api.Assertions.assertThat;

class CompletionsDialectTest extends EventStreamDialectTest {
    @Override
    protected Dialect dialect() {
        return new CompletionsDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(text("Hello", "null") + text(" world", "null") + text("", "\"length\"")
                + chunk("\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9}")
                + "data: [DONE]\n\n");
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"error\":{\"message\":\"some words\",\"code\":\"some_code\"}}");
    }

    @Override
    protected String errorEvent() {
        return "data: {\"error\":{\"code\":\"stream_code\",\"message\":\"no more\"}}\n\n";
    }

    private static String chunk(String fields) {
        return "data: {\"id\":\"cmpl-1\",\"object\":\"text_completion\",\"created\":1,\"model\":\"m\"," + fields
                + "}\n\n";
    }

    private static String text(String text, String reason) {
        return chunk("\"choices\":[{\"index\":0,\"text\":\"" + text + "\",\"logprobs\":null,\"finish_reason\":" + reason
                + "}],\"usage\":null");
    }

    @Test
    void the_prompt_is_sent_as_it_is() throws Exception {
        HttpCall call = dialect().call(endpoint(Map.of()), Asking.hello());

        assertThat(call.uri()).hasToString("https://host.example/base/completions");
        assertThat(call.headers()).containsEntry("authorization", "Bearer planted-key-0123456789");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"model": "some-model", "prompt": "Hello", "max_tokens": 150, "stream": true,
                 "stream_options": {"include_usage": true}}"""));
    }

    @Test
    void a_chunk_with_text_and_reason_at_once_gives_both() {
        var answer = read(text("a", "\"stop\""));

        assertThat(answer.text()).isEqualTo("a");
        assertThat(answer.finishReason()).contains("stop");
    }
}
