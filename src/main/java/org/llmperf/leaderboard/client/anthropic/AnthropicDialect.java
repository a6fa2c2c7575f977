package org.llmperf.leaderboard.client.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.llmperf.leaderboard.client.SseLastEventMarker;

/** Anthropic's Messages. Most models think only when a parameter asks for it. */
public final class AnthropicDialect implements Dialect {
    private static final JsonStream STREAM =
            new JsonStream(Optional.empty(), AnthropicDialect::error, MessageStream::read);

    @Override
    public String id() {
        return "anthropic";
    }

    /** This API requires a limit. */
    @Override
    public Map<String, Object> likeliestAnswer() {
        return Map.of("temperature", 0.0);
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", endpoint.model());
        body.put("max_tokens", request.maxOutputTokens());
        body.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
        body.put("stream", true);
        return HttpCall.forEvents(
                        endpoint.resolve("/v1/messages"),
                        endpoint.header("x-api-key", ""),
                        RequestBody.of(body, endpoint, request))
                .with(Map.of("anthropic-version", "2023-06-01"));
    }

    /** {@code {"type":"error","error":{"type":"overloaded_error","message":…}}}, in a body and in an event alike. */
    private static Optional<ProviderError> error(JsonNode json, boolean certain) {
        return certain && json.path("error").isObject()
                        || json.path("type").asText().equals("error")
                ? Optional.of(ProviderError.of(json.path("error"), "type"))
                : Optional.empty();
    }

    @Override
    public EndMarker endMarker() {
        return new SseLastEventMarker("message_stop", "error");
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
