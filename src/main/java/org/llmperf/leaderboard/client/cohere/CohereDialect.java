package org.llmperf.leaderboard.client.cohere;

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

/** Cohere's Chat, version 2. */
public final class CohereDialect implements Dialect {
    private static final String DONE = "[DONE]";
    private static final JsonStream STREAM =
            new JsonStream(Optional.of(DONE), CohereDialect::error, CohereStream::read);

    @Override
    public String id() {
        return "cohere";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", endpoint.model());
        body.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
        body.put("max_tokens", request.maxOutputTokens());
        body.put("stream", true);
        return HttpCall.forEvents(
                endpoint.resolve("/v2/chat"), endpoint.bearer(), RequestBody.of(body, endpoint, request));
    }

    /** A body is {@code {"id":…,"message":…}}, at times with an {@code error_type}. There is no event for errors alone. */
    private static Optional<ProviderError> error(JsonNode json, boolean certain) {
        return certain && json.isObject() ? Optional.of(ProviderError.of(json, "error_type")) : Optional.empty();
    }

    @Override
    public EndMarker endMarker() {
        return new SseLastEventMarker("message-end");
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
