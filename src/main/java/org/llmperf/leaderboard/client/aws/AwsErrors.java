package org.llmperf.leaderboard.client.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;

/**
 * What AWS says in the body of a refusal or an exception. Its word for the error usually stands in the response's header
 * {@code x-amzn-errortype} alone. A SageMaker container's own words are better than the service's about them.
 */
final class AwsErrors {
    private AwsErrors() {}

    /** Absent if it is no JSON object with a message. */
    static Optional<ProviderError> in(byte[] body) {
        try {
            JsonNode json = Json.tree(body);
            return Json.word(json, "OriginalMessage", "message", "Message")
                    .map(message -> new ProviderError(Json.word(json, "ErrorCode", "__type", "code"), message));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
