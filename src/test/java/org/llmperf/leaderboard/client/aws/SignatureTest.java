package org.llmperf.leaderboard.client.aws;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.client.aws.Frames.*;

/** The server checks what came over the wire as AWS does: by the secret that both sides know. */
class SignatureTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String EVENT_STREAM =
            "HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\nx-amzn-requestid: id-1\r\n\r\n";
    private static final String REFUSED =
            "403 Forbidden\r\nx-amzn-errortype: InvalidSignatureException:http://x.example/";

    /** The case "get-vanilla" of AWS's published test suite for Signature Version 4. */
    @Test
    void the_servers_check_gives_what_aws_publishes() {
        String request = "GET / HTTP/1.1\r\nHost: example.amazonaws.com\r\nX-Amz-Date: 20150830T123600Z\r\n"
                + "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=x\r\n\r\n";

        assertThat(ReceivedSignature.of(request).expected(SECRET))
                .isEqualTo("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @ParameterizedTest
    @CsvSource({"bedrock, bedrock", "bedrock-invoke, bedrock", "sagemaker, sagemaker"})
    void a_server_that_checks_the_signature_is_satisfied(String api, String service) throws Exception {
        CompletableFuture<String> received = new CompletableFuture<>();
        try (FaultServer server = FaultServer.plain(visitor -> {
            String request = visitor.readRequest();
            received.complete(request);
            visitor.send(EVENT_STREAM)
                    .send(event("contentBlockDelta", "{\"delta\":{\"text\":\"Hi\"}}"))
                    .send(event("messageStop", "{\"stopReason\":\"end_turn\"}"));
        })) {
            RequestTrace trace = ask(api, server.uri(), Map.of("AWS_SESSION_TOKEN", "temporary-token-0123"));
            ReceivedSignature signature = ReceivedSignature.of(received.get(20, TimeUnit.SECONDS));

            assertThat(signature.given()).isEqualTo(signature.expected(SECRET));
            assertThat(signature.scope()).endsWith("/eu-west-3/" + service + "/aws4_request");
            assertThat(signature.signedHeaders())
                    .contains("host", "content-type", "x-amz-date", "x-amz-security-token");
            assertThat(received.get()).doesNotContain(SECRET);
            assertThat(trace.response().requestId()).contains("id-1");
            if (api.equals("bedrock")) {
                assertThat(trace.outcome()).isEqualTo(Outcome.SUCCESS);
                assertThat(trace.text()).isEqualTo("Hi");
            }
        }
    }

    @Test
    void a_refused_signature_is_told_with_aws_s_word_for_it() throws Exception {
        try (FaultServer server = FaultServer.plain(
                visitor -> visitor.respond(REFUSED, "{\"message\":\"The request signature does not match.\"}")
                        .awaitClose())) {
            RequestTrace trace = ask("bedrock", server.uri(), Map.of());

            assertThat(trace.outcome()).isEqualTo(Outcome.AUTH);
            assertThat(trace.response().errorCode()).contains("InvalidSignatureException");
            assertThat(trace.failure()).contains("HTTP 403: The request signature does not match.");
        }
    }

    private static RequestTrace ask(String api, URI base, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
        environment.put("AWS_REGION", "eu-west-3");
        Provider provider = new Provider(
                "aws",
                "AWS",
                base,
                Optional.empty(),
                api,
                Optional.of(base),
                Optional.of("AWS_SECRET_ACCESS_KEY"),
                Optional.empty());
        Offering offering =
                new Offering(provider, new Model("m"), "arn:aws:bedrock:x/é v1:0", Map.of(), Optional.empty());
        try (ProviderClient client = ProviderClients.open(
                offering, base, new ApiKeys(environment::get), Asking.PATIENT, NanoClock.SYSTEM, Clock.systemUTC())) {
            return client.send(Asking.hello()).get(30, TimeUnit.SECONDS);
        }
    }
}
