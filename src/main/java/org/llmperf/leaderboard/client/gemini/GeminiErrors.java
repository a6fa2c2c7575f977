package org.llmperf.leaderboard.client.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;

/** Google's errors: an object with a number and a word, in a list where a list of events was asked for. */
final class GeminiErrors {
    private GeminiErrors() {}

    /** A prompt that was not let through is answered with the reason in place of candidates. */
    static Optional<ProviderError> in(JsonNode json, boolean certain) {
        JsonNode error = (json.isArray() ? json.path(0) : json).path("error");
        if (error.isObject()) {
            return Optional.of(ProviderError.of(error, "status", "code"));
        }
        Optional<String> blocked = Json.word(json.path("promptFeedback").path("blockReason"));
        return blocked.map(reason -> new ProviderError(blocked, "the prompt was blocked: " + reason));
    }
}
