package org.llmperf.leaderboard.client.replicate;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.DialectContractTest;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class ReplicateDialectTest extends DialectContractTest {
    private static final ProviderRequest HI = new ProviderRequest(0, 0, 0, "Hi", 150);
    private static final String DONE = "event: done\nid: 1:9\ndata: {}\n\n";

    @Override
    protected Dialect dialect() {
        return new ReplicateDialect();
    }

    @Override
    protected byte[] helloWorld() {
        return (": hi\n\n" + output("") + output("Hello") + output(" world") + DONE + ":408: 408 Request Timeout\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The stream tells neither; only the prediction would, fetched once more. */
    @Override
    protected TokenUsage usage() {
        return TokenUsage.NONE;
    }

    @Override
    protected boolean givesFinishReason() {
        return false;
    }

    @Override
    protected byte[] refusal() {
        return "{\"title\":\"some_code\",\"detail\":\"some words\",\"status\":402}".getBytes(StandardCharsets.UTF_8);
    }

    private static String output(String text) {
        return "event: output\nid: 1707756341:0\ndata: " + text + "\n\n";
    }

    private Answer read(String body) {
        return dialect().read(List.of(new BodyRead(body.getBytes(StandardCharsets.UTF_8), 10, 1)));
    }

    private static Endpoint at(String base, String model) {
        return new Endpoint(URI.create(base), Optional.of("planted-key"), model, Map.of());
    }

    @Test
    void the_first_request_makes_a_prediction() throws Exception {
        HttpCall call = dialect().call(at("https://api.replicate.com/v1", "meta/meta-llama-3-70b-instruct"), HI);

        assertThat(call.uri())
                .hasToString("https://api.replicate.com/v1/models/meta/meta-llama-3-70b-instruct/predictions");
        assertThat(call.accept()).isEqualTo("application/json");
        assertThat(Json.tree(call.body())).isEqualTo(Json.tree("""
                {"input": {"prompt": "Hi", "max_tokens": 150}, "stream": true}"""));
    }

    @Test
    void a_version_is_named_in_the_body() throws Exception {
        HttpCall call = dialect().call(at("https://api.replicate.com/v1", "meta/llama:0123abc"), HI);

        assertThat(call.uri()).hasToString("https://api.replicate.com/v1/predictions");
        assertThat(Json.tree(call.body()).path("version").asText()).isEqualTo("0123abc");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.replicate.com/v1, https://stream.replicate.com/v1/files/abc",
        "https://api.replicate.com/v1, https://streaming.api.replicate.com/v1/predictions/abc",
        "https://API.Replicate.com/v1, https://stream.replicate.com:8443/abc",
        "http://localhost:8000/v1, http://127.0.0.1:9000/abc",
        "http://[::1]:8000/v1, https://localhost/abc",
        "https://10.0.0.1/v1, https://10.0.0.1:8443/abc"
    })
    void the_stream_is_fetched_from_the_same_site_with_the_key(String base, String stream) {
        HttpCall next = followUp(base, stream).orElseThrow();

        assertThat(next.method()).isEqualTo("GET");
        assertThat(next.uri()).hasToString(stream);
        assertThat(next.accept()).isEqualTo("text/event-stream");
        assertThat(next.headers()).containsEntry("authorization", "Bearer planted-key");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.replicate.com/v1, https://stream.replicate.com.evil.example/abc",
        "https://api.replicate.com/v1, https://evilreplicate.com/abc",
        "https://api.replicate.com/v1, http://stream.replicate.com/abc",
        "https://api.replicate.com/v1, http://127.0.0.1/abc",
        "https://api.replicate.com/v1, https://stream.replicate.com@evil.example/abc",
        "https://api.replicate.com/v1, https://evil.example@stream.replicate.com/abc",
        "https://api.replicate.com/v1, ftp://stream.replicate.com/abc",
        "https://api.replicate.com/v1, /v1/stream",
        "https://api.replicate.com/v1, 'not an address'",
        "https://10.0.0.1/v1, https://10.9.0.1/abc",
        "http://localhost:8000/v1, http://stream.replicate.com/abc"
    })
    void the_key_goes_nowhere_else(String base, String stream) {
        assertThat(followUp(base, stream)).isEmpty();
        assertThat(read(prediction(stream)).malformed()).isPresent();
    }

    private Optional<HttpCall> followUp(String base, String stream) {
        return dialect().followUp(at(base, "m"), prediction(stream).getBytes(StandardCharsets.UTF_8));
    }

    private static String prediction(String stream) {
        return "{\"id\":\"x\",\"status\":\"starting\",\"error\":null,\"urls\":{\"stream\":\"" + stream + "\"}}";
    }

    @Test
    void a_prediction_that_failed_at_once_tells_why() {
        Answer answer = read("{\"id\":\"x\",\"status\":\"failed\",\"error\":\"no such input\",\"urls\":{}}");

        assertThat(answer.error()).contains(new ProviderError(Optional.of("failed"), "no such input"));
    }

    @Test
    void several_lines_of_data_are_one_text_with_line_breaks() {
        assertThat(read(output("a") + "event: output\ndata: :\ndata: \ndata: Why\n\n" + DONE)
                        .text())
                .isEqualTo("a:\n\nWhy");
    }

    @Test
    void an_error_and_a_reason_to_end_are_failures() {
        assertThat(read(output("a") + "event: error\ndata: {\"detail\":\"out of memory\"}\n\n")
                        .error())
                .contains(new ProviderError(Optional.empty(), "out of memory"));
        assertThat(read(output("a") + "event: error\ndata: CUDA error\n\n").error())
                .contains(new ProviderError(Optional.empty(), "CUDA error"));
        assertThat(read(output("a") + "event: done\ndata: {\"reason\":\"canceled\"}\n\n")
                        .error())
                .contains(new ProviderError(Optional.of("canceled"), "the prediction ended with the reason canceled"));
    }

    @Test
    void the_end_is_seen_before_the_comment_that_comes_later() {
        EndMarker marker = dialect().endMarker();

        assertThat(marker.seenIn((output("done") + "event: done\nid: 1\n").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(marker.seenIn("data: {}\n\n".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }
}
