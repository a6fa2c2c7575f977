package org.llmperf.leaderboard.client.responses;

import com.fasterxml.jackson.databind.JsonNode;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/**
 * What the typed events of a response hold. Only deltas count as text: the events that end a part or the whole repeat it.
 */
final class ResponseStream {
    private ResponseStream() {}

    static void read(JsonNode json, SseEvent event, AnswerBuilder answer) {
        switch (json.path("type").asText()) {
            case "response.output_text.delta" -> text(Kind.CONTENT, json, event, answer);
            case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
                text(Kind.REASONING, json, event, answer);
            case "response.completed", "response.incomplete" -> end(json.path("response"), answer);
            case "response.failed" -> {
                end(json.path("response"), answer);
                answer.error(ProviderError.of(json.path("response").path("error"), "code"));
            }
            default -> {}
        }
    }

    private static void text(Kind kind, JsonNode json, SseEvent event, AnswerBuilder answer) {
        answer.text(kind, json.path("delta").asText(""), event.atNanos(), event.read());
    }

    /** Why it is incomplete tells more than that it is. */
    private static void end(JsonNode response, AnswerBuilder answer) {
        answer.usage(usage(response.path("usage")));
        Json.word(response.path("incomplete_details").path("reason"))
                .or(() -> Json.word(response.path("status")))
                .ifPresent(answer::finishReason);
        answer.ended();
    }

    private static TokenUsage usage(JsonNode usage) {
        return new TokenUsage(
                Json.count(usage.path("input_tokens")),
                Json.count(usage.path("output_tokens")),
                Json.count(usage.path("output_tokens_details").path("reasoning_tokens")));
    }
}
