package org.llmperf.leaderboard.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a provider says went wrong.
 *
 * @param code its own word for it, for example {@code rate_limit_exceeded}
 */
public record ProviderError(Optional<String> code, String message) {

    /**
     * Of an object that is known to be an error. One without a message is shown as it is.
     *
     * @param codes where its code may stand; the first that is there counts
     */
    public static ProviderError of(JsonNode error, String... codes) {
        String message = Json.word(error, "message", "detail", "status")
                .map(text -> upstream(error).map(raw -> text + ": " + raw).orElse(text))
                .orElseGet(() -> error.isEmpty() ? "an error without a message" : error.toString());
        return new ProviderError(Json.word(error, codes), message);
    }

    /** What the provider behind OpenRouter said, whose own message is only that it returned an error. */
    private static Optional<String> upstream(JsonNode error) {
        JsonNode raw = error.path("metadata").path("raw");
        return raw.isContainerNode() ? Optional.of(raw.toString()) : Json.word(raw);
    }
}
