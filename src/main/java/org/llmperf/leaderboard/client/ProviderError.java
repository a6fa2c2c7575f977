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
                .orElseGet(() -> error.isEmpty() ? "an error without a message" : error.toString());
        return new ProviderError(Json.word(error, codes), message);
    }
}
