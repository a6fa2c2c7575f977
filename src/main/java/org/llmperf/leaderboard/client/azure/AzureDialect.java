package org.llmperf.leaderboard.client.azure;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.openai.OpenAiChatDialect;

/**
 * Azure OpenAI's chat completions: OpenAI's, behind another header. The base URL names the deployment and the version of
 * the API, {@code https://RES.openai.azure.com/openai/deployments/DEP?api-version=2024-10-21}, or neither,
 * {@code https://RES.openai.azure.com/openai/v1}; then the model is the deployment.
 */
public final class AzureDialect implements Dialect {
    private final Dialect openAi = new OpenAiChatDialect();

    @Override
    public String id() {
        return "azure";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        return HttpCall.forEvents(
                endpoint.resolve("/chat/completions"),
                endpoint.header("api-key", ""),
                OpenAiChatDialect.body(endpoint, request));
    }

    @Override
    public EndMarker endMarker() {
        return openAi.endMarker();
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return openAi.read(body);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return openAi.readError(body);
    }
}
