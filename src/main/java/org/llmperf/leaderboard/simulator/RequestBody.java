package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import org.llmperf.leaderboard.numerals.NumberQuestion;

/** The JSON of a question, whose common parts all APIs name alike. Each method refuses what a real API would refuse too. */
final class RequestBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final JsonNode root;

    private RequestBody(JsonNode root) {
        this.root = root;
    }

    static RequestBody parse(InputStream body) throws BadRequestException {
        try {
            JsonNode root = JSON.readTree(body);
            if (root.isObject()) {
                return new RequestBody(root);
            }
        } catch (IOException invalid) {
            throw new BadRequestException("The body could not be read as JSON.");
        }
        throw new BadRequestException("The body must be a JSON object.");
    }

    String model() throws BadRequestException {
        if (!root.path("model").isTextual() || root.path("model").textValue().isBlank()) {
            throw new BadRequestException("'model' must be given, as a string.");
        }
        return root.path("model").textValue();
    }

    void requireStream() throws BadRequestException {
        if (!root.path("stream").asBoolean(false)) {
            throw new BadRequestException("Only streamed answers are simulated: 'stream' must be true.");
        }
    }

    /** A guess at the length of the messages. */
    int promptTokens() throws BadRequestException {
        if (!root.path("messages").isArray() || root.path("messages").isEmpty()) {
            throw new BadRequestException("'messages' must be an array with at least one message.");
        }
        int characters = 0;
        for (JsonNode message : root.path("messages")) {
            characters += characters(message.path("content"));
        }
        return Math.max(1, characters / CHARACTERS_PER_TOKEN);
    }

    /** The number that the last message asks for in words, if it does. */
    OptionalInt askedNumber() {
        JsonNode content =
                root.path("messages").path(root.path("messages").size() - 1).path("content");
        return NumberQuestion.read(
                content.isTextual()
                        ? content.textValue()
                        : content.path(0).path("text").asText(""));
    }

    /** A message's content is a string or an array of parts, of which those with text count. */
    private static int characters(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue().length();
        }
        int characters = 0;
        for (JsonNode part : content) {
            characters += part.path("text").asText("").length();
        }
        return characters;
    }

    /** A limit of the answer's length; absent if the key is missing or null. */
    OptionalInt tokens(String key) throws BadRequestException {
        if (!root.hasNonNull(key)) {
            return OptionalInt.empty();
        }
        JsonNode value = root.get(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
            throw new BadRequestException("'" + key + "' must be a whole number, at least 1.");
        }
        if (value.intValue() > SimulatorSettings.MOST_TOKENS) {
            throw new BadRequestException("'" + key + "' must be at most " + SimulatorSettings.MOST_TOKENS + ".");
        }
        return OptionalInt.of(value.intValue());
    }

    /** A switch inside an object; off if either is missing. */
    boolean on(String object, String key) {
        return root.path(object).path(key).asBoolean(false);
    }
}
