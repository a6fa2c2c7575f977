package org.llmperf.leaderboard.client.watsonx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
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
import org.llmperf.leaderboard.client.JsonStream;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.RequestBody;
import org.llmperf.leaderboard.client.openai.ChatErrors;
import org.llmperf.leaderboard.client.openai.ChatStream;

/**
 * IBM watsonx.ai's text chat. Its chunks are OpenAI's. A model is asked within a project or space, a parameter of the
 * offering ({@code project_id}, {@code space_id}); a deployment of one's own, {@code deployment/ID}, needs neither.
 */
public final class WatsonxDialect implements Dialect {
    private static final String DEPLOYMENT = "deployment/";

    /** A date, after which changes of the API do not reach us. */
    private static final String VERSION = "?version=2024-03-13";

    private static final JsonStream STREAM = new JsonStream(Optional.empty(), WatsonxDialect::error, ChatStream::read);

    @Override
    public String id() {
        return "watsonx";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        boolean deployed = endpoint.model().startsWith(DEPLOYMENT);
        String place = deployed ? "/deployments/" + endpoint.model().substring(DEPLOYMENT.length()) : "";
        Map<String, Object> body = new LinkedHashMap<>();
        if (!deployed) {
            body.put("model_id", endpoint.model());
        }
        body.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
        body.put("max_tokens", request.maxOutputTokens());
        return HttpCall.forEvents(
                endpoint.resolve("/ml/v1" + place + "/text/chat_stream" + VERSION),
                Map.of(),
                RequestBody.of(body, endpoint, request));
    }

    @Override
    public Authoriser authoriser(Endpoint endpoint, ApiKeys keys) {
        return IamAuthoriser.of(endpoint, keys);
    }

    /** The server ends the body behind the usage, which comes after the finish reason. */
    @Override
    public EndMarker endMarker() {
        return EndMarker.NONE;
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return STREAM.read(body);
    }

    /** {@code {"errors":[{"code":…,"message":…}],"trace":…}}, in a body as in an event. */
    private static Optional<ProviderError> error(JsonNode json, boolean certain) {
        JsonNode first = json.path("errors").path(0);
        return first.isObject() ? Optional.of(ProviderError.of(first, "code")) : ChatErrors.in(json, certain);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return STREAM.readError(body);
    }
}
