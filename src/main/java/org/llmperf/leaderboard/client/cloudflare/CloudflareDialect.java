package org.llmperf.leaderboard.client.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.JsonStream;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;
import org.llmperf.leaderboard.client.SseEndMarker;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/**
 * The own API of Cloudflare Workers AI ({@code /ai/run}). The base URL ends in the account:
 * {@code https://api.cloudflare.com/client/v4/accounts/ACCOUNT}.
 */
public final class CloudflareDialect implements Dialect {
    private static final String DONE = "[DONE]";
    private static final JsonStream STREAM =
            new JsonStream(Optional.of(DONE), CloudflareDialect::error, CloudflareDialect::event);

    @Override
    public String id() {
        return "cloudflare";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
        own.put("max_tokens", request.maxOutputTokens());
        own.put("stream", true);
        URI uri = endpoint.resolve("/ai/run/" + path(endpoint.model()));
        return HttpCall.forEvents(uri, endpoint.bearer(), RequestBody.of(own, endpoint, request));
    }

    /** A model's name, such as {@code @cf/meta/llama-3.1-8b-instruct}, is several segments of the path. */
    private static String path(String model) {
        try {
            return new URI(null, null, "/" + model, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the model " + model + " cannot stand in a path", e);
        }
    }

    @Override
    public EndMarker endMarker() {
        return new SseEndMarker(DONE);
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return STREAM.read(body);
    }

    /** A token that is a number comes as a number: {@code {"response":4}}. */
    private static void event(JsonNode json, SseEvent event, AnswerBuilder answer) {
        answer.text(Kind.CONTENT, Json.word(json.path("response")).orElse(""), event.atNanos(), event.read());
        JsonNode usage = json.path("usage");
        answer.usage(new TokenUsage(
                Json.count(usage.path("prompt_tokens")),
                Json.count(usage.path("completion_tokens")),
                OptionalInt.empty()));
    }

    private static Optional<ProviderError> error(JsonNode json, boolean certain) {
        JsonNode error = json.path("errors").path(0);
        return Json.word(error, "message").map(message -> new ProviderError(Json.word(error, "code"), message));
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return STREAM.readError(body);
    }
}
