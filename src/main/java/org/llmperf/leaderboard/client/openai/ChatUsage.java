package org.llmperf.leaderboard.client.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.trace.TokenUsage;

/**
 * The token counts of a chunk. Providers put them in a chunk of their own without choices, in the one with the finish
 * reason, in one with an empty delta after it, in every chunk as a running total, or below {@code x_groq}: the place among
 * the chunks does not matter here, only the name.
 */
final class ChatUsage {
    private ChatUsage() {}

    static TokenUsage in(JsonNode chunk) {
        JsonNode usage = chunk.path("usage").isObject()
                ? chunk.path("usage")
                : chunk.path("x_groq").path("usage");
        OptionalInt detailed =
                Json.count(usage.path("completion_tokens_details").path("reasoning_tokens"));
        return new TokenUsage(
                Json.count(usage.path("prompt_tokens")),
                Json.count(usage.path("completion_tokens")),
                detailed.isPresent() ? detailed : Json.count(usage.path("reasoning_tokens")));
    }
}
