package org.llmperf.leaderboard.client.openai;

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
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;

/**
 * OpenAI's legacy completions, which base models and servers such as vLLM still have: the prompt as it is, without a
 * conversation around it. Its chunks are those of chat but for the text, which stands in the choice itself.
 */
public final class CompletionsDialect implements Dialect {
    private final Dialect chat = new OpenAiChatDialect();

    @Override
    public String id() {
        return "openai-completions";
    }

    /** With its limit: without one the API ends an answer after 16 tokens. */
    @Override
    public Map<String, Object> likeliestAnswer() {
        return Map.of("temperature", 0.0);
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", endpoint.model());
        body.put("prompt", request.prompt());
        body.put("max_tokens", request.maxOutputTokens());
        body.put("stream", true);
        body.put("stream_options", Map.of("include_usage", true));
        return HttpCall.forEvents(
                endpoint.resolve("/completions"), endpoint.bearer(), RequestBody.of(body, endpoint, request));
    }

    @Override
    public EndMarker endMarker() {
        return chat.endMarker();
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return chat.read(body);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return chat.readError(body);
    }
}
