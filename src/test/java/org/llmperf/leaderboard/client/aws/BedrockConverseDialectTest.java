package org.llmperf.leaderboard.client.aws;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.llmperf.leaderboard.client.aws.Frames.*;

class BedrockConverseDialectTest extends AwsDialectContractTest {
    private static final ProviderRequest HI = new ProviderRequest(0, 0, 0, "Hi", 150);

    @Override
    protected Dialect dialect() {
        return new BedrockConverseDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return join(
                event("messageStart", "{\"p\":\"abc\",\"role\":\"assistant\"}"),
                text("Hello"),
                text(" world"),
                text(""),
                event("contentBlockStop", "{\"contentBlockIndex\":0,\"p\":\"ab\"}"),
                event("messageStop", "{\"p\":\"abcde\",\"stopReason\":\"max_tokens\"}"),
                event(
                        "metadata",
                        "{\"metrics\":{\"latencyMs\":638},\"p\":\"a\",\"usage\":{\"inputTokens\":7,\"outputTokens\":2}}"));
    }

    private static byte[] text(String text) {
        return event(
                "contentBlockDelta",
                "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + text + "\"},\"p\":\"abcdefghij\"}");
    }

    private static Endpoint at(String host, String model, Optional<String> key) {
        return new Endpoint(java.net.URI.create("https://" + host), key, model, Map.of());
    }

    @Test
    void the_request_is_as_the_api_wants_it() throws Exception {
        HttpCall call = dialect()
                .call(
                        at(
                                "bedrock-runtime.us-east-1.amazonaws.com",
                                "anthropic.claude-3-haiku-20240307-v1:0",
                                Optional.empty()),
                        HI);

        assertThat(call.uri())
                .hasToString("https://bedrock-runtime.us-east-1.amazonaws.com/model/"
                        + "anthropic.claude-3-haiku-20240307-v1%3A0/converse-stream");
        assertThat(call.accept()).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"messages": [{"role": "user", "content": [{"text": "Hi"}]}], "inferenceConfig": {"maxTokens": 150}}"""));
    }

    @Test
    void reasoning_is_told_apart_from_content() {
        Answer answer = read(
                event("contentBlockDelta", "{\"delta\":{\"reasoningContent\":{\"text\":\"Hm\"}}}"),
                event("contentBlockDelta", "{\"delta\":{\"reasoningContent\":{\"signature\":\"xyz\"}}}"),
                helloWorld());

        assertThat(answer.pieces().get(0)).isEqualTo(new Answer.Piece(10, 1, Kind.REASONING, "Hm"));
        assertThat(answer.text()).isEqualTo("Hello world");
    }

    @Test
    void a_whole_message_that_is_not_json_is_malformed() {
        assertThat(read(event("contentBlockDelta", "{\"delta\":")).malformed()).contains("an event that is not JSON");
    }

    @Test
    void the_region_of_the_host_name_is_signed_for_before_that_of_the_environment() throws Exception {
        assertThat(signed("bedrock-runtime.us-east-1.amazonaws.com")).contains("/us-east-1/bedrock/aws4_request");
        assertThat(signed("bedrock-runtime-fips.us-gov-west-1.amazonaws.com")).contains("/us-gov-west-1/bedrock/");
        assertThat(signed("gateway.example")).contains("/eu-central-1/bedrock/aws4_request");
    }

    private String signed(String host) throws Exception {
        Endpoint endpoint = at(host, "m", Optional.of(ENVIRONMENT.get("AWS_SECRET_ACCESS_KEY")));
        HttpCall call =
                dialect().authoriser(endpoint, keys()).authorise(dialect().call(endpoint, HI));
        return call.headers().get("Authorization");
    }

    @Test
    void another_key_than_the_secret_is_a_bedrock_api_key() throws Exception {
        Endpoint endpoint = at("host.example", "m", Optional.of("bedrock-api-key-abc"));
        HttpCall call = dialect()
                .authoriser(endpoint, new ApiKeys(name -> null))
                .authorise(dialect().call(endpoint, HI));

        assertThat(call.headers()).containsEntry("authorization", "Bearer bedrock-api-key-abc");
    }

    @Test
    void what_is_missing_is_named() {
        Endpoint endpoint = at("host.example", "m", Optional.empty());

        assertThatThrownBy(() -> dialect().authoriser(endpoint, new ApiKeys(name -> null)))
                .hasMessageContaining("AWS_ACCESS_KEY_ID");
        assertThatThrownBy(() ->
                        dialect().authoriser(endpoint, new ApiKeys(name -> name.startsWith("AWS_REGION") ? null : "x")))
                .hasMessageContaining("AWS_REGION");
    }
}
