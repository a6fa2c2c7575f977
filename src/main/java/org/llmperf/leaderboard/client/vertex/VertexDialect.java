package org.llmperf.leaderboard.client.vertex;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Authoriser;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.gemini.GeminiDialect;

/**
 * Gemini on Vertex AI. The base URL names project and place,
 * {@code https://REGION-aiplatform.googleapis.com/v1/projects/P/locations/REGION}; the model is one of Google's, or with a
 * slash in it any other resource there, such as {@code endpoints/E} for a tuned Gemini.
 */
public final class VertexDialect implements Dialect {
    private final Dialect gemini = new GeminiDialect();

    @Override
    public String id() {
        return "vertex";
    }

    @Override
    public Map<String, Object> likeliestAnswer() {
        return new GeminiDialect().likeliestAnswer();
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        String model = endpoint.model();
        String resource = model.contains("/") ? "/" + model : "/publishers/google/models/" + model;
        return HttpCall.forEvents(
                endpoint.resolve(GeminiDialect.path(resource)), Map.of(), GeminiDialect.body(endpoint, request));
    }

    @Override
    public Authoriser authoriser(Endpoint endpoint, ApiKeys keys) {
        return GoogleAuthoriser.of(endpoint, keys);
    }

    @Override
    public EndMarker endMarker() {
        return gemini.endMarker();
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return gemini.read(body);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return gemini.readError(body);
    }
}
