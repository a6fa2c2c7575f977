package org.llmperf.leaderboard.client.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
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
import org.llmperf.leaderboard.client.SseEndMarker;

/**
 * OpenAI's Chat Completions, which most providers speak. The prompt is the one user message: LLMPerf's system message is
 * empty, and some models refuse one. No temperature is sent, so each provider's own default holds.
 */
public final class OpenAiChatDialect implements Dialect {
    static final String DONE = "[DONE]";

    private static final String MAX_TOKENS = "max_tokens";
    private static final String MAX_TOKENS_PLACE = "{max_tokens}";

    @Override
    public String id() {
        return "openai";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        endpoint.apiKey().ifPresent(key -> headers.put("authorization", "Bearer " + key));
        return new HttpCall(
                "POST",
                endpoint.resolve("/chat/completions"),
                headers,
                Json.bytes(body(endpoint, request)),
                "text/event-stream");
    }

    private static Map<String, Object> body(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", endpoint.model());
        body.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
        body.put(MAX_TOKENS, request.maxOutputTokens());
        body.put("stream", true);
        body.put("stream_options", Map.of("include_usage", true));
        endpoint.parameters().forEach((name, value) -> {
            if (value == null) {
                body.remove(name);
            } else {
                body.put(name, MAX_TOKENS_PLACE.equals(value) ? request.maxOutputTokens() : value);
            }
        });
        return body;
    }

    @Override
    public EndMarker endMarker() {
        return new SseEndMarker(DONE);
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return new ChatStream().read(body);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        try {
            return ChatErrors.in(Json.tree(body), true);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
