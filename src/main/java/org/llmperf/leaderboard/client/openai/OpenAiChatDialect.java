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
import org.llmperf.leaderboard.client.JsonStream;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;
import org.llmperf.leaderboard.client.SseEndMarker;

/**
 * OpenAI's Chat Completions, which most providers speak. The prompt is the one user message: LLMPerf's system message is
 * empty, and some models refuse one. No temperature is sent, so each provider's own default holds.
 */
public final class OpenAiChatDialect implements Dialect {
    private static final String DONE = "[DONE]";
    private static final JsonStream STREAM = new JsonStream(Optional.of(DONE), ChatErrors::in, ChatStream::read);

    @Override
    public String id() {
        return "openai";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        return HttpCall.forEvents(endpoint.resolve("/chat/completions"), endpoint.bearer(), body(endpoint, request));
    }

    /** Also for APIs that differ only in the way to them. */
    public static Map<String, Object> body(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", endpoint.model());
        body.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
        body.put("max_tokens", request.maxOutputTokens());
        body.put("stream", true);
        body.put("stream_options", Map.of("include_usage", true));
        return RequestBody.of(body, endpoint, request);
    }

    @Override
    public EndMarker endMarker() {
        return new SseEndMarker(DONE);
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
