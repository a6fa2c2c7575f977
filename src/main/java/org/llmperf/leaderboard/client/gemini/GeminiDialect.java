package org.llmperf.leaderboard.client.gemini;

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
import org.llmperf.leaderboard.client.JsonStream;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;

/** Google's Gemini API: {@code streamGenerateContent} as server-sent events. */
public final class GeminiDialect implements Dialect {
    private static final JsonStream STREAM =
            new JsonStream(Optional.empty(), GeminiErrors::in, GenerateContentStream::read);

    @Override
    public String id() {
        return "gemini";
    }

    @Override
    public Map<String, Object> likeliestAnswer() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("temperature", 0.0);
        inner.put("maxOutputTokens", null);
        return Map.of("generationConfig", inner);
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        return HttpCall.forEvents(
                endpoint.resolve(path("/models/" + endpoint.model())),
                endpoint.header("x-goog-api-key", ""),
                body(endpoint, request));
    }

    /**
     * @param resource the model's, from the base URL on
     */
    public static String path(String resource) {
        return resource + ":streamGenerateContent?alt=sse";
    }

    public static Map<String, Object> body(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("contents", List.of(Map.of("role", "user", "parts", List.of(Map.of("text", request.prompt())))));
        body.put("generationConfig", Map.of("maxOutputTokens", request.maxOutputTokens()));
        return RequestBody.of(body, endpoint, request);
    }

    @Override
    public EndMarker endMarker() {
        return EndMarker.NONE;
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return STREAM.read(body);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return STREAM.readError(body);
    }
}
