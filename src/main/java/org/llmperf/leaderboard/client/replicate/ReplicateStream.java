package org.llmperf.leaderboard.client.replicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.client.SseReader;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

/**
 * The events of a prediction: {@code output} is plain text, {@code error} a problem, and {@code done} ends it with an empty
 * object, or with the reason why the prediction did not come to its own end.
 */
final class ReplicateStream {
    private ReplicateStream() {}

    static Answer read(List<BodyRead> body) {
        AnswerBuilder answer = new AnswerBuilder();
        SseReader.Events stream = SseReader.read(body);
        stream.events().forEach(event -> accept(event, answer));
        stream.malformed().ifPresent(answer::malformed);
        return answer.build();
    }

    /** The text of an event without its end may be cut within a line, and a new line may be to come: it is left out. */
    private static void accept(SseEvent event, AnswerBuilder answer) {
        switch (event.name()) {
            case "output" -> {
                if (event.complete()) {
                    answer.text(Kind.CONTENT, event.data(), event.atNanos(), event.read());
                }
            }
            case "error" ->
                answer.error(new ProviderError(
                        Optional.empty(), word(event, "detail").orElse(event.data())));
            case "done" -> {
                answer.ended();
                word(event, "reason")
                        .ifPresent(reason -> answer.error(new ProviderError(
                                Optional.of(reason), "the prediction ended with the reason " + reason)));
            }
            default -> {} // logs, and what may be invented yet
        }
    }

    private static Optional<String> word(SseEvent event, String field) {
        try {
            JsonNode json = Json.tree(event.data());
            return Json.word(json.path(field));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
