package org.llmperf.leaderboard.client.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.client.BodyRead;
import org.llmperf.leaderboard.client.Json;
import org.llmperf.leaderboard.client.ProviderError;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * One message of an event stream, with the stamp and number of the read that completed it.
 *
 * @param name of the event, for example {@code contentBlockDelta}
 * @param error what went wrong, if the message is no event but an exception of the service or an error of the stream
 */
record Frame(String name, Optional<ProviderError> error, byte[] payload, long atNanos, int read) {

    static Frame of(Message message, BodyRead read) {
        Map<String, HeaderValue> headers = message.getHeaders();
        Optional<ProviderError> error = switch (text(headers, ":message-type").orElse("event")) {
            case "exception" ->
                Optional.of(new ProviderError(text(headers, ":exception-type"), words(message.getPayload())));
            case "error" ->
                Optional.of(new ProviderError(
                        text(headers, ":error-code"),
                        text(headers, ":error-message").orElse("an error without a message")));
            default -> Optional.empty();
        };
        String name = text(headers, ":event-type").orElse("");
        return new Frame(name, error, message.getPayload(), read.atNanos(), read.number());
    }

    /** A header of another type than text throws, and its type cannot be asked for from outside of AWS's package. */
    private static Optional<String> text(Map<String, HeaderValue> headers, String name) {
        try {
            return Optional.ofNullable(headers.get(name)).map(HeaderValue::getString);
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static String words(byte[] payload) {
        return AwsErrors.in(payload)
                .map(ProviderError::message)
                .orElseGet(() -> new String(payload, StandardCharsets.UTF_8));
    }

    JsonNode json() throws JsonProcessingException {
        return Json.tree(payload);
    }
}
