package org.llmperf.leaderboard.client.aws;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.aws.Frames.*;

class SageMakerDialectTest extends AwsDialectContractTest {
    private static final String TGI = """
            data:{"index":1,"token":{"id":1,"text":"Hello","special":false},"generated_text":null,"details":null}

            data:{"index":2,"token":{"id":2,"text":" world","special":false},"generated_text":"Hello world",\
            "details":{"finish_reason":"length","generated_tokens":2,"input_length":7}}

            """;
    private static final String LMI = """
            {"token":{"id":1,"text":"Hello","log_prob":-0.5}}
            {"token":{"id":2,"text":" world","log_prob":-0.5},"generated_text":"Hello world",\
            "details":{"finish_reason":"length","generated_tokens":2}}
            """;
    private static final String OPENAI = """
            data: {"choices":[{"delta":{"role":"assistant","content":"Hello"}}]}

            data: {"choices":[{"delta":{"content":" world"},"finish_reason":"length"}]}

            data: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2}}

            data: [DONE]

            """;

    @Override
    protected Dialect dialect() {
        return new SageMakerDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return inParts(40, TGI);
    }

    private static byte[] inParts(int size, String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        byte[] all = {};
        for (int from = 0; from < bytes.length; from += size) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
            all = join(all, event("PayloadPart", new String(part, StandardCharsets.UTF_8)));
        }
        return all;
    }

    @Test
    void the_request_is_llmperfs() throws Exception {
        HttpCall call = dialect().call(endpoint(Map.of()), new ProviderRequest(0, 0, 0, "Hi", 150));

        assertThat(call.uri())
                .hasToString("https://host.example/base/endpoints/some-model/invocations-response-stream");
        assertThat(call.headers()).containsEntry("x-amzn-sagemaker-custom-attributes", "accept_eula=true");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"inputs": [[{"role": "user", "content": "Hi"}]], "parameters": {"max_new_tokens": 150},
                 "stream": true}"""));
    }

    @Test
    void a_container_that_wants_plain_text_gets_it() throws Exception {
        HttpCall call =
                dialect().call(endpoint(Map.of("inputs", "{prompt}")), new ProviderRequest(0, 0, 0, "Say \"Hi\"", 150));

        assertThat(Json.tree(call.body()).path("inputs").asText()).isEqualTo("Say \"Hi\"");
    }

    @Test
    void lines_of_each_form_are_read_however_they_are_cut_into_parts() {
        for (String lines : List.of(TGI, LMI, OPENAI)) {
            for (int size = 1; size <= lines.length(); size += 7) {
                Answer answer = read(inParts(size, lines));

                assertThat(answer.text()).isEqualTo("Hello world");
                assertThat(answer.finishReason()).contains("length");
                assertThat(answer.malformed()).isEmpty();
            }
        }
        assertThat(read(inParts(50, OPENAI)).usage()).isEqualTo(usage());
        assertThat(read(inParts(50, LMI)).usage())
                .isEqualTo(new TokenUsage(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.empty()));
    }

    @Test
    void special_tokens_are_no_content() {
        assertThat(read(inParts(99, "{\"token\":{\"text\":\"</s>\",\"special\":true}}\n"))
                        .pieces())
                .isEmpty();
    }

    @Test
    void an_error_in_a_line_or_in_a_message_is_one() {
        assertThat(read(inParts(99, "data:{\"error\":\"overloaded\",\"error_type\":\"overloaded\"}\n"))
                        .error())
                .isPresent();
        assertThat(read(exception("ModelStreamError", "{\"ErrorCode\":\"x\",\"Message\":\"the model died\"}"))
                        .error())
                .contains(new ProviderError(Optional.of("ModelStreamError"), "the model died"));
    }

    @Test
    void a_refusal_of_the_container_is_told_in_its_own_words() {
        assertThat(dialect().readError("""
                {"ErrorCode":"CLIENT_ERROR_FROM_MODEL","Message":"Received client error (422) from primary",\
                "OriginalMessage":"inputs must be text","OriginalStatusCode":422}""".getBytes(StandardCharsets.UTF_8)))
                .contains(new ProviderError(Optional.of("CLIENT_ERROR_FROM_MODEL"), "inputs must be text"));
    }

    @Test
    void a_line_that_is_not_json_or_not_utf8_is_malformed() {
        assertThat(read(inParts(99, "{\"token\":\n")).malformed()).isPresent();
        assertThat(read(message(Map.of(":event-type", "PayloadPart"), "x\n")).malformed())
                .isPresent();
    }
}
