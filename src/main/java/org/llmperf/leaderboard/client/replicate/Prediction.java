package org.llmperf.leaderboard.client.replicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import org.llmperf.leaderboard.client.Answer;
import org.llmperf.leaderboard.client.AnswerBuilder;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;

/** The JSON object that Replicate answers the first request with. */
record Prediction(JsonNode json) {

    /** Absent if the body is something else, such as the stream. */
    static Optional<Prediction> in(byte[] body) {
        return object(body).map(Prediction::new);
    }

    /** A problem as Replicate tells it: {@code {"title":…,"detail":…,"status":402}}. */
    static Optional<ProviderError> refusal(byte[] body) {
        return object(body)
                .flatMap(problem -> Json.word(problem, "detail", "title", "message")
                        .map(message -> new ProviderError(Json.word(problem, "code", "title", "status"), message)));
    }

    private static Optional<JsonNode> object(byte[] body) {
        try {
            return Optional.of(Json.tree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The address of the stream, if the key may be sent there. */
    Optional<URI> stream(URI base) {
        return Json.word(json.path("urls").path("stream")).flatMap(address -> SameSite.address(address, base));
    }

    /** Why there is no stream: the prediction failed at once, or its answer is not what the API promises. */
    Answer answer() {
        AnswerBuilder answer = new AnswerBuilder();
        Json.word(json.path("error"))
                .ifPresent(error -> answer.error(new ProviderError(Json.word(json.path("status")), error)));
        answer.malformed("a prediction without the address of a stream at the provider's own site");
        return answer.build();
    }
}
