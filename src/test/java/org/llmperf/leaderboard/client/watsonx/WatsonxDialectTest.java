package org.llmperf.leaderboard.client.watsonx;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.EventStreamDialectTest;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.testsupport.Asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WatsonxDialectTest extends EventStreamDialectTest {
    /** Of the year 2100. */
    private static final long FAR = 4_102_444_800L;

    private static final long LONG_AGO = 1_000_000_000L;

    private static final IamServer IAM = IamServer.granting(FAR);

    @AfterAll
    static void stop() {
        IAM.close();
    }

    @Override
    protected ApiKeys keys() {
        return IAM.environment();
    }

    @Override
    protected Dialect dialect() {
        return new WatsonxDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return bytes(choice("{\"role\":\"assistant\",\"content\":\"\"}", "null")
                + choice("{\"content\":\"Hello\"}", "null")
                + choice("{\"content\":\" world\"}", "null")
                + choice("{\"content\":\"\"}", "\"length\"")
                + chunk("\"choices\":[],\"usage\":{\"completion_tokens\":2,\"prompt_tokens\":7,\"total_tokens\":9}"));
    }

    @Override
    protected byte[] refusal() {
        return bytes("{\"errors\":[{\"code\":\"some_code\",\"message\":\"some words\",\"more_info\":\"https://x\"}],"
                + "\"trace\":\"c0ffee\",\"status_code\":400}");
    }

    @Override
    protected String errorEvent() {
        return "event: error\ndata: {\"errors\":[{\"code\":\"stream_code\",\"message\":\"no more\"}],\"status_code\":500}\n\n";
    }

    private static String chunk(String fields) {
        return "id: 1\nevent: message\ndata: {\"id\":\"chat-1\",\"model_id\":\"m\",\"created\":1,\"model_version\":\"1\","
                + "\"created_at\":\"2026-11-24T09:00:00Z\"," + fields + "}\n\n";
    }

    private static String choice(String delta, String reason) {
        return chunk("\"choices\":[{\"index\":0,\"finish_reason\":" + reason + ",\"delta\":" + delta + "}]");
    }

    private static Authoriser authoriser(IamServer server) {
        Endpoint endpoint =
                new Endpoint(URI.create("https://h.example"), Optional.of("a key/with+signs"), "m", Map.of());
        return new WatsonxDialect().authoriser(endpoint, server.environment());
    }

    private HttpCall authorised(Authoriser authoriser) throws Exception {
        return authoriser.authorise(dialect().call(endpoint(Map.of()), Asking.hello()));
    }

    @Test
    void a_model_is_asked_within_a_project() throws Exception {
        HttpCall call = dialect().call(endpoint(Map.of("project_id", "p1")), Asking.hello());

        assertThat(call.uri()).hasToString("https://host.example/base/ml/v1/text/chat_stream?version=2024-03-13");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"model_id": "some-model", "project_id": "p1", "max_tokens": 150,
                 "messages": [{"role": "user", "content": "Hello"}]}"""));
    }

    @Test
    void a_deployment_is_its_own_address() throws Exception {
        Endpoint own = new Endpoint(URI.create("https://h.example"), Optional.empty(), "deployment/d-1", Map.of());
        HttpCall call = dialect().call(own, Asking.hello());

        assertThat(call.uri().getPath()).isEqualTo("/ml/v1/deployments/d-1/text/chat_stream");
        assertThat(Json.tree(call.body()).has("model_id")).isFalse();
    }

    @Test
    void a_token_is_granted_for_the_key_once() throws Exception {
        try (IamServer server = IamServer.granting(FAR)) {
            Authoriser authoriser = authoriser(server);
            assertThat(server.forms()).as("before any request").hasSize(1);

            assertThat(authorised(authoriser).headers()).containsEntry("authorization", "Bearer token-1");
            assertThat(authorised(authoriser).headers()).containsEntry("authorization", "Bearer token-1");
            assertThat(server.forms())
                    .containsExactly("grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=a key/with+signs");
        }
    }

    @Test
    void one_that_expires_is_fetched_anew() throws Exception {
        try (IamServer server = IamServer.granting(LONG_AGO)) {
            assertThat(authorised(authoriser(server)).headers()).containsEntry("authorization", "Bearer token-2");
        }
    }

    @Test
    void a_key_that_is_refused_is_told_with_the_reason() {
        try (IamServer server = IamServer.refusing()) {
            Authoriser authoriser = authoriser(server);

            assertThatThrownBy(() -> authorised(authoriser))
                    .hasMessageContaining("HTTP 400: Provided API key could not be found.");
        }
    }

    @Test
    void a_ready_token_is_sent_and_without_any_proof_nobody_is_asked() throws Exception {
        Endpoint open = new Endpoint(URI.create("https://h.example"), Optional.empty(), "m", Map.of());
        Authoriser ready = dialect().authoriser(open, new ApiKeys(Map.of("WATSONX_TOKEN", "ready-1")::get));

        assertThat(authorised(ready).headers()).containsEntry("authorization", "Bearer ready-1");
        assertThatThrownBy(() -> dialect().authoriser(open, new ApiKeys(name -> null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WATSONX_TOKEN");
    }

    @Test
    void an_error_without_the_list_is_understood_too() {
        assertThat(dialect().readError(bytes("{\"code\":401,\"error\":\"Unauthorized\"}")))
                .contains(new ProviderError(Optional.of("401"), "Unauthorized"));
    }
}
