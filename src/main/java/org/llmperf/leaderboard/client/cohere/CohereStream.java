package org.llmperf.leaderboard.client.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/** What the events of a chat hold. */
final class CohereStream {
    /** Finish reasons that are none: the answer was given up. */
    private static final Set<String> FAILURES = Set.of("ERROR", "TIMEOUT");

    private CohereStream() {}

    static void read(JsonNode json, SseEvent event, AnswerBuilder answer) {
        JsonNode delta = json.path("delta");
        switch (json.path("type").asText()) {
            case "content-start", "content-delta" -> {
                JsonNode content = delta.path("message").path("content");
                answer.text(Kind.REASONING, content.path("thinking").asText(""), event.atNanos(), event.read());
                answer.text(Kind.CONTENT, content.path("text").asText(""), event.atNanos(), event.read());
            }
            case "message-end" -> end(delta, answer);
            default -> {}
        }
    }

    private static void end(JsonNode delta, AnswerBuilder answer) {
        answer.usage(usage(delta.path("usage")));
        Optional<String> reason = Json.word(delta.path("finish_reason"));
        Optional<String> error = Json.word(delta.path("error"));
        reason.ifPresent(answer::finishReason);
        if (error.isPresent() || reason.filter(FAILURES::contains).isPresent()) {
            answer.error(new ProviderError(reason, error.orElse("the answer was given up")));
        }
        answer.ended();
    }

    /** What went through the model, not what is billed: a hidden preamble takes time too. */
    private static TokenUsage usage(JsonNode usage) {
        JsonNode tokens = usage.path("tokens").isObject() ? usage.path("tokens") : usage.path("billed_units");
        return new TokenUsage(
                Json.count(tokens.path("input_tokens")),
                Json.count(tokens.path("output_tokens")),
                Json.count(tokens.path("reasoning_tokens")));
    }
}
