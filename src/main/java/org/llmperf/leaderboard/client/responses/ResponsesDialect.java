package org.llmperf.leaderboard.client.responses;

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

/** OpenAI's Responses. */
public final class ResponsesDialect implements Dialect {
    /** OpenRouter's, after the last event; OpenAI itself has none. */
    private static final String DONE = "[DONE]";

    private static final JsonStream STREAM =
            new JsonStream(Optional.of(DONE), ResponsesDialect::error, ResponseStream::read);

    @Override
    public String id() {
        return "openai-responses";
    }

    @Override
    public Map<String, Object> likeliestAnswer() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("temperature", 0.0);
        parameters.put("max_output_tokens", null);
        return parameters;
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", endpoint.model());
        body.put("input", request.prompt());
        body.put("max_output_tokens", request.maxOutputTokens());
        body.put("stream", true);
        return HttpCall.forEvents(
                endpoint.resolve("/responses"), endpoint.bearer(), RequestBody.of(body, endpoint, request));
    }

    /** In a body {@code {"error":{…}}}; an event {@code error} is such an object or has its fields itself. */
    private static Optional<ProviderError> error(JsonNode json, boolean certain) {
        JsonNode error = json.path("error");
        if (error.isObject() && !error.isEmpty()) {
            return Optional.of(ProviderError.of(error, "code", "type"));
        }
        boolean marked = json.path("type").asText().equals("error");
        return marked || certain && json.isObject() ? Optional.of(ProviderError.of(json, "code")) : Optional.empty();
    }

    @Override
    public EndMarker endMarker() {
        return new SseLastEventMarker("response.completed", "response.incomplete", "response.failed", "error");
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
