package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/**
 * The parts of an OpenAI chat completion request that the simulator heeds.
 *
 * @param promptTokens a guess, four characters of the messages to a token
 */
record ChatRequest(String model, int maxTokens, boolean includeUsage, int promptTokens) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEFAULT_TOKENS = 150;
    private static final int CHARACTERS_PER_TOKEN = 4;

    /**
     * @throws BadRequestException naming the first thing that a real API would refuse too, or that is not simulated
     */
    static ChatRequest parse(InputStream body) throws BadRequestException {
        JsonNode root = read(body);
        if (!root.path("model").isTextual() || root.path("model").textValue().isBlank()) {
            throw new BadRequestException("'model' must be given, as a string.");
        }
        if (!root.path("messages").isArray() || root.path("messages").isEmpty()) {
            throw new BadRequestException("'messages' must be an array with at least one message.");
        }
        if (!root.path("stream").asBoolean(false)) {
            throw new BadRequestException("Only streamed answers are simulated: 'stream' must be true.");
        }
        int characters = 0;
        for (JsonNode message : root.path("messages")) {
            characters += characters(message.path("content"));
        }
        return new ChatRequest(
                root.path("model").textValue(),
                maxTokens(root),
                root.path("stream_options").path("include_usage").asBoolean(false),
                Math.max(1, characters / CHARACTERS_PER_TOKEN));
    }

    private static JsonNode read(InputStream body) throws BadRequestException {
        try {
            JsonNode root = JSON.readTree(body);
            if (root.isObject()) {
                return root;
            }
        } catch (IOException invalid) {
            throw new BadRequestException("The body could not be read as JSON.");
        }
        throw new BadRequestException("The body must be a JSON object.");
    }

    private static int maxTokens(JsonNode root) throws BadRequestException {
        String key = root.hasNonNull("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
        if (!root.hasNonNull(key)) {
            return DEFAULT_TOKENS;
        }
        JsonNode value = root.get(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
            throw new BadRequestException("'" + key + "' must be a whole number, at least 1.");
        }
        if (value.intValue() > SimulatorSettings.MOST_TOKENS) {
            throw new BadRequestException("'" + key + "' must be at most " + SimulatorSettings.MOST_TOKENS + ".");
        }
        return value.intValue();
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
}
