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
import org.llmperf.leaderboard.client.openai.OpenAiChatDialect;

/**
 * OpenAI's chat completions on Vertex AI, which is how models that one deploys there stream, and open models that Google
 * serves. The base URL names the endpoint, {@code …/v1/projects/P/locations/REGION/endpoints/E}, or {@code openapi} in its
 * place for Google's own.
 */
public final class VertexChatDialect implements Dialect {
    private final Dialect openAi = new OpenAiChatDialect();
    private final Dialect gemini = new GeminiDialect();

    @Override
    public String id() {
        return "vertex-chat";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        return HttpCall.forEvents(
                endpoint.resolve("/chat/completions"), Map.of(), OpenAiChatDialect.body(endpoint, request));
    }

    @Override
    public Authoriser authoriser(Endpoint endpoint, ApiKeys keys) {
        return GoogleAuthoriser.of(endpoint, keys);
    }

    @Override
    public EndMarker endMarker() {
        return openAi.endMarker();
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return openAi.read(body);
    }

    /** Google's own, or what the model's server said. */
    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return gemini.readError(body).or(() -> openAi.readError(body));
    }
}
