package org.llmperf.leaderboard.client.openai;

import com.fasterxml.jackson.databind.JsonNode;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

/** What the chunks of a chat completion hold, also where they come in another framing. */
public final class ChatStream {
    private ChatStream() {}

    public static void read(JsonNode chunk, SseEvent event, AnswerBuilder answer) {
        answer.usage(ChatUsage.in(chunk));
        JsonNode choice = chunk.path("choices").path(0);
        ChatDelta delta = ChatDelta.in(choice);
        answer.text(Kind.REASONING, delta.reasoning(), event.atNanos(), event.read());
        answer.text(Kind.CONTENT, delta.content(), event.atNanos(), event.read());
        Json.word(choice.path("finish_reason")).ifPresent(answer::finishReason);
    }
}
