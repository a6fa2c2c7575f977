package org.llmperf.leaderboard.client.tgi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/**
 * What the events of {@code generate_stream} hold: one token each, the last one also the whole text once more and the
 * details. Servers of other makers, such as SageMaker's LMI containers, stream the same objects.
 */
public final class TgiStream {
    private TgiStream() {}

    public static void read(JsonNode json, SseEvent event, AnswerBuilder answer) {
        JsonNode token = json.path("token");
        if (!token.path("special").asBoolean()) {
            answer.text(Kind.CONTENT, token.path("text").asText(""), event.atNanos(), event.read());
        }
        JsonNode details = json.path("details");
        Json.word(details.path("finish_reason")).ifPresent(answer::finishReason);
        answer.usage(new TokenUsage(
                Json.count(details.path("input_length")),
                Json.count(details.path("generated_tokens")),
                OptionalInt.empty()));
    }

    /** {@code {"error":"Model is overloaded","error_type":"overloaded"}}, in a body as in an event. */
    public static Optional<ProviderError> error(JsonNode json, boolean certain) {
        return Json.word(json, "error", "message")
                .filter(message -> certain || json.has("error"))
                .map(message -> new ProviderError(Json.word(json, "error_type", "type", "code"), message));
    }
}
