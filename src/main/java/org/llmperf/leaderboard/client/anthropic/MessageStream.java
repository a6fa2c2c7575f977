package org.llmperf.leaderboard.client.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/** What the events of a message hold. Pings, signatures, tools and events of a later day hold no text. */
final class MessageStream {
    private MessageStream() {}

    static void read(JsonNode json, SseEvent event, AnswerBuilder answer) {
        switch (json.path("type").asText()) {
            case "message_start" -> answer.usage(usage(json.path("message").path("usage")));
            case "content_block_start" -> text(json.path("content_block"), event, answer);
            case "content_block_delta" -> text(json.path("delta"), event, answer);
            case "message_delta" -> {
                answer.usage(usage(json.path("usage")));
                Json.word(json.path("delta").path("stop_reason")).ifPresent(answer::finishReason);
            }
            case "message_stop" -> answer.ended();
            default -> {}
        }
    }

    /** A block may begin with some of its text. */
    private static void text(JsonNode part, SseEvent event, AnswerBuilder answer) {
        answer.text(Kind.REASONING, part.path("thinking").asText(""), event.atNanos(), event.read());
        answer.text(Kind.CONTENT, part.path("text").asText(""), event.atNanos(), event.read());
    }

    /** At the start the question's; then the answer's as a running total, with the question's again. */
    private static TokenUsage usage(JsonNode usage) {
        return new TokenUsage(
                Json.count(usage.path("input_tokens")),
                Json.count(usage.path("output_tokens")),
                Json.count(usage.path("output_tokens_details").path("thinking_tokens")));
    }
}
