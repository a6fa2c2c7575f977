package org.llmperf.leaderboard.client.vertex;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.client.testsupport.Asking;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.client.testsupport.GeminiEvents;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GoogleAuthoriserTest {
    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
    private static final String TOKEN = "GCLOUD_ACCESS_TOKEN";

    @TempDir
    Path folder;

    private static Authoriser authoriser(Optional<String> key, Map<String, String> environment) {
        Endpoint endpoint = new Endpoint(URI.create("https://host.example/v1"), key, "m", Map.of());
        return GoogleAuthoriser.of(endpoint, new ApiKeys(environment::get));
    }

    private Authoriser authoriser(TokenServer server) throws IOException {
        return authoriser(Optional.empty(), credentials(server));
    }

    private Map<String, String> credentials(TokenServer server) throws IOException {
        return Map.of(FILE, server.credentialsIn(folder).toString());
    }

    private static String authorisation(Authoriser authoriser) throws IOException {
        HttpCall call = new HttpCall("POST", URI.create("https://host.example"), Map.of(), new byte[0], "");
        return authoriser.authorise(call).headers().get("authorization");
    }

    @Test
    void a_token_is_fetched_once_however_many_ask() throws Exception {
        try (TokenServer server = TokenServer.granting(3600)) {
            Authoriser authoriser = authoriser(server);
            assertThat(server.assertions()).as("before any request").hasSize(1);
            List<CompletableFuture<String>> asking = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return authorisation(authoriser);
                        } catch (IOException e) {
                            return e.toString();
                        }
                    }))
                    .limit(8)
                    .toList();

            assertThat(asking).extracting(CompletableFuture::join).containsOnly("Bearer token-1");
            assertThat(server.assertions()).hasSize(1);
        }
    }

    @Test
    void one_that_expires_is_fetched_anew() throws Exception {
        try (TokenServer server = TokenServer.granting(1)) {
            Authoriser authoriser = authoriser(server);

            assertThat(authorisation(authoriser)).isEqualTo("Bearer token-2");
            assertThat(authorisation(authoriser)).isEqualTo("Bearer token-3");
        }
    }

    @Test
    void it_is_asked_for_in_the_accounts_name_and_with_its_signature() throws Exception {
        try (TokenServer server = TokenServer.granting(3600)) {
            authoriser(server);

            String[] parts = server.assertions().get(0).split("\\.");
            assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    .contains(TokenServer.ACCOUNT, "https://www.googleapis.com/auth/cloud-platform");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(server.publicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2])))
                    .isTrue();
        }
    }

    @Test
    void a_request_whose_token_is_refused_is_not_sent_and_counts_as_not_authorised() throws Exception {
        try (TokenServer tokens = TokenServer.refusing();
                FaultServer api = FaultServer.plain(v -> v.beginStream().chunk(GeminiEvents.HELLO_WORLD))) {
            RequestTrace trace = ask(api, credentials(tokens));

            assertThat(trace.outcome()).isEqualTo(Outcome.AUTH);
            assertThat(trace.failure().orElseThrow()).contains("invalid_grant");
            assertThat(api.connections()).isZero();
        }
    }

    @Test
    void a_request_with_a_token_is_answered() throws Exception {
        CompletableFuture<String> request = new CompletableFuture<>();
        FaultServer.Script script = v -> {
            request.complete(v.readRequest());
            v.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + GeminiEvents.HELLO_WORLD);
        };
        try (TokenServer tokens = TokenServer.granting(3600);
                FaultServer api = FaultServer.plain(script)) {
            RequestTrace trace = ask(api, credentials(tokens));

            assertThat(trace.outcome()).as("%s", trace.failure()).isEqualTo(Outcome.SUCCESS);
            assertThat(request.join())
                    .startsWith("POST /v1/publishers/google/models/m:streamGenerateContent?alt=sse HTTP/1.1")
                    .contains("authorization: Bearer token-1");
        }
    }

    private static RequestTrace ask(FaultServer api, Map<String, String> environment) throws Exception {
        Provider provider = new Provider(
                "v",
                "V",
                URI.create("https://v.example"),
                Optional.empty(),
                "vertex",
                Optional.of(api.uri()),
                Optional.of(FILE),
                Optional.empty());
        Offering offering = new Offering(provider, new Model("m"), "m", Map.of(), Optional.empty());
        try (ProviderClient client = ProviderClients.open(
                offering,
                api.uri(),
                new ApiKeys(environment::get),
                Asking.PATIENT,
                NanoClock.SYSTEM,
                Clock.systemUTC())) {
            return client.send(Asking.hello()).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void the_path_of_the_credentials_is_never_taken_for_a_token() throws Exception {
        try (TokenServer server = TokenServer.granting(3600)) {
            Map<String, String> environment = credentials(server);

            assertThat(authorisation(authoriser(Optional.of(environment.get(FILE)), environment)))
                    .isEqualTo("Bearer token-1");
        }
        assertThatThrownBy(() -> authoriser(Optional.of("/nowhere.json"), Map.of(FILE, "/nowhere.json")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(FILE + " names no credentials file that can be used: NoSuchFileException");
    }

    @Test
    void a_file_that_is_none_of_googles_is_refused_without_being_repeated() throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"key\": \"planted-key\"}");

        assertThatThrownBy(() -> authoriser(Optional.empty(), Map.of(FILE, file.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(FILE)
                .hasMessageNotContaining("planted-key");
    }

    @Test
    void a_ready_token_is_used_as_it_is() throws Exception {
        assertThat(authorisation(authoriser(Optional.of("ya29.mine"), Map.of(FILE, "/nowhere.json"))))
                .isEqualTo("Bearer ya29.mine");
        assertThat(authorisation(authoriser(Optional.empty(), Map.of(TOKEN, "ya29.other"))))
                .isEqualTo("Bearer ya29.other");
    }

    @Test
    void without_any_credentials_it_says_what_is_missing() {
        assertThatThrownBy(() -> authoriser(Optional.empty(), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(FILE)
                .hasMessageContaining(TOKEN);
    }
}
