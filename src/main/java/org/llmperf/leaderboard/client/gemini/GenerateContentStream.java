package org.llmperf.leaderboard.client.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/** What the events hold: each is a whole response with a piece of the text and the counts so far. */
final class GenerateContentStream {
    private GenerateContentStream() {}

    static void read(JsonNode json, SseEvent event, AnswerBuilder answer) {
        answer.usage(usage(json.path("usageMetadata")));
        JsonNode candidate = json.path("candidates").path(0);
        StringBuilder thought = new StringBuilder();
        StringBuilder said = new StringBuilder();
        candidate
                .path("content")
                .path("parts")
                .forEach(part -> (part.path("thought").asBoolean() ? thought : said)
                        .append(part.path("text").asText("")));
        answer.text(Kind.REASONING, thought.toString(), event.atNanos(), event.read());
        answer.text(Kind.CONTENT, said.toString(), event.atNanos(), event.read());
        Json.word(candidate.path("finishReason")).ifPresent(answer::finishReason);
    }

    private static TokenUsage usage(JsonNode usage) {
        OptionalInt said = Json.count(usage.path("candidatesTokenCount"));
        OptionalInt thought = Json.count(usage.path("thoughtsTokenCount"));
        return new TokenUsage(Json.count(usage.path("promptTokenCount")), sum(said, thought), thought);
    }

    /** Candidates are counted without their thoughts, and not at all before their first text. */
    private static OptionalInt sum(OptionalInt said, OptionalInt thought) {
        return said.isPresent() && thought.isPresent()
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, (long) said.getAsInt() + thought.getAsInt()))
                : said.isPresent() ? said : thought;
    }
}
