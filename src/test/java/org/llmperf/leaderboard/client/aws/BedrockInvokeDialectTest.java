package org.llmperf.leaderboard.client.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.aws.Frames.*;

class BedrockInvokeDialectTest extends AwsDialectContractTest {
    private static final String METRICS =
            "\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":7,\"outputTokenCount\":2,\"firstByteLatency\":9}";

    @Override
    protected Dialect dialect() {
        return new BedrockInvokeDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return llama();
    }

    private static byte[] llama() {
        return join(
                chunk("{\"generation\":\"Hello\",\"prompt_token_count\":7,\"generation_token_count\":1,"
                        + "\"stop_reason\":null}"),
                chunk("{\"generation\":\" world\",\"prompt_token_count\":null,\"generation_token_count\":2,"
                        + "\"stop_reason\":null}"),
                chunk("{\"generation\":\"\",\"generation_token_count\":2,\"stop_reason\":\"length\"," + METRICS + "}"));
    }

    private static byte[] anthropic() {
        return join(
                chunk("{\"type\":\"message_start\",\"message\":{\"content\":[],\"stop_reason\":null,"
                        + "\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}}"),
                chunk("{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"),
                chunk("{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello\"}}"),
                chunk("{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\" world\"}}"),
                chunk("{\"type\":\"content_block_stop\",\"index\":0}"),
                chunk("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"max_tokens\"},"
                        + "\"usage\":{\"output_tokens\":2}}"),
                chunk("{\"type\":\"message_stop\"," + METRICS + "}"));
    }

    private static byte[] nova() {
        return join(
                chunk("{\"messageStart\":{\"role\":\"assistant\"}}"),
                chunk("{\"contentBlockDelta\":{\"delta\":{\"text\":\"Hello\"},\"contentBlockIndex\":0}}"),
                chunk("{\"contentBlockDelta\":{\"delta\":{\"text\":\" world\"},\"contentBlockIndex\":0}}"),
                chunk("{\"messageStop\":{\"stopReason\":\"end_turn\"}}"),
                chunk("{\"metadata\":{\"usage\":{\"inputTokens\":7,\"outputTokens\":2},\"metrics\":{}}}"));
    }

    private static byte[] mistral() {
        return join(
                chunk("{\"outputs\":[{\"text\":\"Hello\",\"stop_reason\":null}]}"),
                chunk("{\"outputs\":[{\"text\":\" world\",\"stop_reason\":\"length\"}]," + METRICS + "}"));
    }

    private static byte[] titan() {
        return join(
                chunk("{\"outputText\":\"Hello\",\"index\":0,\"completionReason\":null}"),
                chunk("{\"outputText\":\" world\",\"index\":0,\"completionReason\":\"FINISH\","
                        + "\"inputTextTokenCount\":7,\"totalOutputTextTokenCount\":2}"));
    }

    private static byte[] chat() {
        return join(
                chunk("{\"choices\":[{\"delta\":{\"content\":\"Hello\",\"role\":\"assistant\"}}]}"),
                chunk("{\"choices\":[{\"delta\":{\"content\":\" world\"},\"finish_reason\":\"length\"}]," + METRICS
                        + "}"));
    }

    static Stream<Arguments> makers() {
        return Stream.of(
                Arguments.of("Llama", llama()),
                Arguments.of("Anthropic", anthropic()),
                Arguments.of("Nova", nova()),
                Arguments.of("Mistral", mistral()),
                Arguments.of("Titan", titan()),
                Arguments.of("the form of OpenAI", chat()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("makers")
    void each_makers_words_are_understood(String maker, byte[] stream) {
        Answer answer = read(stream);

        assertThat(answer.text()).isEqualTo("Hello world");
        assertThat(answer.pieces()).hasSize(2);
        assertThat(answer.finishReason()).isPresent();
        assertThat(answer.usage()).isEqualTo(usage());
        assertThat(answer.error()).isEmpty();
        assertThat(answer.malformed()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void each_maker_is_asked_in_its_own_words(String model, String body) throws Exception {
        assertThat(body(model)).isEqualTo(Json.tree(body));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("us.anthropic.claude-3-haiku-20240307-v1:0", """
                        {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 150,
                         "messages": [{"role": "user", "content": "Hi"}]}"""),
                Arguments.of("amazon.nova-micro-v1:0", """
                        {"messages": [{"role": "user", "content": [{"text": "Hi"}]}],
                         "inferenceConfig": {"maxTokens": 150}}"""),
                Arguments.of("amazon.titan-text-lite-v1", """
                        {"inputText": "Hi", "textGenerationConfig": {"maxTokenCount": 150}}"""),
                Arguments.of("meta.llama2-70b-chat-v1", """
                        {"prompt": "[INST] Hi [/INST]", "max_gen_len": 150}"""),
                Arguments.of("us.meta.llama3-3-70b-instruct-v1:0", """
                        {"prompt": "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\\n\\nHi<|eot_id|>\
                        <|start_header_id|>assistant<|end_header_id|>\\n\\n", "max_gen_len": 150}"""),
                Arguments.of("us.meta.llama4-scout-17b-instruct-v1:0", """
                        {"prompt": "<|begin_of_text|><|header_start|>user<|header_end|>\\n\\nHi<|eot|>\
                        <|header_start|>assistant<|header_end|>\\n\\n", "max_gen_len": 150}"""),
                Arguments.of("mistral.mistral-7b-instruct-v0:2", """
                        {"prompt": "<s>[INST] Hi [/INST]", "max_tokens": 150}"""),
                Arguments.of("openai.gpt-oss-120b-1:0", """
                        {"messages": [{"role": "user", "content": "Hi"}], "max_tokens": 150}"""));
    }

    private JsonNode body(String model) throws Exception {
        Endpoint endpoint = new Endpoint(URI.create("https://host.example"), Optional.empty(), model, Map.of());
        return Json.tree(dialect()
                .call(endpoint, new ProviderRequest(0, 0, 0, "Hi", 150))
                .body());
    }

    @Test
    void a_prompt_with_percent_signs_stays_as_it_is() {
        Endpoint endpoint = new Endpoint(URI.create("https://h.example"), Optional.empty(), "meta.llama3-x", Map.of());

        assertThat(new String(dialect()
                        .call(endpoint, new ProviderRequest(0, 0, 0, "100 %s and %d", 150))
                        .body()))
                .contains("100 %s and %d");
    }

    @Test
    void thinking_is_told_apart_from_content() {
        Answer answer = read(
                chunk("{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"Hm\"}}"),
                anthropic());

        assertThat(answer.pieces().get(0)).isEqualTo(new Answer.Piece(10, 1, Kind.REASONING, "Hm"));
        assertThat(answer.text()).isEqualTo("Hello world");
    }

    @Test
    void an_answer_that_a_guardrail_stopped_has_ended_and_its_usage_counts() {
        Answer answer = read(chunk("{\"outputText\":\"Sorry\",\"index\":0,\"totalOutputTextTokenCount\":null,"
                + "\"completionReason\":null,\"amazon-bedrock-guardrailAction\":\"INTERVENED\"," + METRICS + "}"));

        assertThat(answer.ended()).isTrue();
        assertThat(answer.finishReason()).contains("guardrail_intervened");
        assertThat(answer.usage()).isEqualTo(usage());
        assertThat(read(chunk("{\"outputText\":\"a\",\"amazon-bedrock-guardrailAction\":\"NONE\"}"))
                        .ended())
                .isFalse();
    }

    @Test
    void an_error_inside_a_chunk_is_one() {
        assertThat(read(chunk("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}}"))
                        .error())
                .contains(new ProviderError(Optional.of("overloaded_error"), "busy"));
    }

    @Test
    void bytes_that_are_not_base64_or_not_json_are_malformed() {
        assertThat(read(event("chunk", "{\"bytes\":\"*\"}")).malformed()).isPresent();
        assertThat(read(chunk("{\"generation\":")).malformed()).isPresent();
        assertThat(read(event("chunk", "{\"generation\":\"not wrapped\"}")).malformed())
                .contains("a chunk without bytes");
    }

    @Test
    void counts_that_are_not_there_are_absent() {
        assertThat(read(chunk("{\"outputText\":\"a\",\"inputTextTokenCount\":null}"))
                        .usage()
                        .input())
                .isEqualTo(OptionalInt.empty());
    }
}
