package org.llmperf.leaderboard.client.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.client.SseReader;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

/** Reads the events of one answer: chunks, an error perhaps, and the end. */
final class ChatStream {
    private final AnswerBuilder answer = new AnswerBuilder();

    Answer read(List<BodyRead> body) {
        SseReader.Events events = SseReader.read(body);
        for (SseEvent event : events.events()) {
            if (event.data().strip().equals(OpenAiChatDialect.DONE)) {
                answer.ended();
                return answer.build();
            }
            accept(event);
        }
        events.malformed().ifPresent(answer::malformed);
        return answer.build();
    }

    private void accept(SseEvent event) {
        if (event.name().equals("error")) {
            answer.error(told(event));
        } else if (!event.data().isBlank()) {
            read(event);
        }
    }

    private void read(SseEvent event) {
        try {
            JsonNode json = Json.tree(event.data());
            ChatErrors.in(json, false).ifPresent(answer::error);
            if (json.isObject()) {
                chunk(json, event);
            } else {
                answer.malformed("an event that is no JSON object");
            }
        } catch (JsonProcessingException e) {
            // an event cut short is the connection's fault, and told as such
            if (event.complete()) {
                answer.malformed("an event that is not JSON");
            }
        }
    }

    private void chunk(JsonNode chunk, SseEvent event) {
        answer.usage(ChatUsage.in(chunk));
        JsonNode choice = chunk.path("choices").path(0);
        ChatDelta delta = ChatDelta.in(choice);
        answer.text(Kind.REASONING, delta.reasoning(), event.atNanos(), event.read());
        answer.text(Kind.CONTENT, delta.content(), event.atNanos(), event.read());
        Json.word(choice.path("finish_reason")).ifPresent(answer::finishReason);
    }

    private static ProviderError told(SseEvent event) {
        ProviderError asItStands = new ProviderError(Optional.empty(), event.data());
        try {
            return ChatErrors.in(Json.tree(event.data()), true).orElse(asItStands);
        } catch (JsonProcessingException e) {
            return asItStands;
        }
    }
}
