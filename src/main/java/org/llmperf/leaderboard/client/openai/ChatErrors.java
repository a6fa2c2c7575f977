package org.llmperf.leaderboard.client.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;

/** The shapes in which providers of this dialect tell an error, in a body or in an event. */
public final class ChatErrors {
    private static final String[] CODES = {"code", "type", "status_code"};

    private ChatErrors() {}

    /**
     * @param certain whether it is known to be an error, so that an object without the usual marks is one too
     */
    public static Optional<ProviderError> in(JsonNode json, boolean certain) {
        JsonNode error = json.path("error");
        if (error.isObject() && !error.isEmpty()) {
            return Optional.of(error(error));
        }
        if (error.isTextual() && !error.asText().isEmpty()) {
            return Optional.of(new ProviderError(Json.word(json, CODES), error.asText()));
        }
        boolean marked = json.path("object").asText().equals("error");
        return marked || certain && json.isObject() ? Optional.of(error(json)) : Optional.empty();
    }

    private static ProviderError error(JsonNode json) {
        return ProviderError.of(json, CODES);
    }
}
