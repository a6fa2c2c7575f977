package org.llmperf.leaderboard.client.replicate;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;
import org.llmperf.leaderboard.client.SseLastEventMarker;

/**
 * Replicate's predictions. The first request makes a prediction and is answered with the address of its stream, on another
 * host; the second fetches that. The time to the first token covers both.
 */
public final class ReplicateDialect implements Dialect {
    private static final byte[] NO_BODY = {};

    @Override
    public String id() {
        return "replicate";
    }

    @Override
    public Map<String, Object> likeliestAnswer() {
        return Map.of("input", Map.of("temperature", 0.0));
    }

    /** A model of Replicate's own is asked by its name, anybody else's by its version ({@code owner/name:version}). */
    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        String[] model = endpoint.model().split(":", 2);
        boolean versioned = model.length == 2;
        Map<String, Object> own = new LinkedHashMap<>();
        if (versioned) {
            own.put("version", model[1]);
        }
        own.put("input", Map.of("prompt", request.prompt(), "max_tokens", request.maxOutputTokens()));
        own.put("stream", true);
        URI uri = endpoint.resolve(versioned ? "/predictions" : "/models/" + model[0] + "/predictions");
        byte[] body = Json.bytes(RequestBody.of(own, endpoint, request));
        return new HttpCall("POST", uri, endpoint.bearer(), body, "application/json")
                .with(Map.of("content-type", "application/json"));
    }

    @Override
    public Optional<HttpCall> followUp(Endpoint endpoint, byte[] answer) {
        return Prediction.in(answer)
                .flatMap(prediction -> prediction.stream(endpoint.baseUrl()))
                .map(stream -> new HttpCall("GET", stream, endpoint.bearer(), NO_BODY, "text/event-stream"));
    }

    /** Some time after the last event the server says in a comment that the request has timed out. */
    @Override
    public EndMarker endMarker() {
        return new SseLastEventMarker("done", "error");
    }

    /** Of the stream; or of the prediction, if there was no stream to be asked for. */
    @Override
    public Answer read(List<BodyRead> body) {
        return Prediction.in(bytes(body)).map(Prediction::answer).orElseGet(() -> ReplicateStream.read(body));
    }

    private static byte[] bytes(List<BodyRead> body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        body.forEach(read -> all.writeBytes(read.bytes()));
        return all.toByteArray();
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return Prediction.refusal(body);
    }
}
