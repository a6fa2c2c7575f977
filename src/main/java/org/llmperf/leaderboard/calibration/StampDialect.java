package org.llmperf.leaderboard.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Dialect;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.client.EndMarker;
import org.llmperf.leaderboard.client.Endpoint;
import org.llmperf.leaderboard.client.HttpCall;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.JsonStream;
import org.llmperf.leaderboard.client.ProviderError;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.client.SseEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;

/**
 * Asks a simulated provider as any provider of OpenAI's dialect is asked, but takes from its answer the stamps instead of
 * the words: the text of each content event is one line of {@link EventStamps}. So the whole client is at work, the stamps
 * stay with their request, and a real answer's reader knows nothing of them.
 */
final class StampDialect implements Dialect {
    private static final JsonStream STREAM =
            new JsonStream(Optional.of("[DONE]"), (object, certain) -> Optional.empty(), StampDialect::read);

    private final Dialect openAi = Dialects.find("openai").orElseThrow();

    @Override
    public String id() {
        return "stamps";
    }

    @Override
    public HttpCall call(Endpoint endpoint, ProviderRequest request) {
        return openAi.call(endpoint, request);
    }

    @Override
    public EndMarker endMarker() {
        return openAi.endMarker();
    }

    @Override
    public Answer read(List<BodyRead> body) {
        return STREAM.read(body);
    }

    private static void read(JsonNode chunk, SseEvent event, AnswerBuilder answer) {
        JsonNode choice = chunk.path("choices").path(0);
        if (!choice.path("delta").path("content").asText().isEmpty()) {
            String line = EventStamps.of(event.atNanos(), chunk.path("sim")).line();
            answer.text(Kind.CONTENT, line, event.atNanos(), event.read());
        }
        Json.word(choice.path("finish_reason")).ifPresent(answer::finishReason);
    }

    @Override
    public Optional<ProviderError> readError(byte[] body) {
        return openAi.readError(body);
    }
}
