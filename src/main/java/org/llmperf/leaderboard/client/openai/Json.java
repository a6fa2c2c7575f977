package org.llmperf.leaderboard.client.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** JSON as this dialect needs it. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static byte[] bytes(Map<String, Object> object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    static JsonNode tree(byte[] utf8) throws JsonProcessingException {
        return tree(new String(utf8, StandardCharsets.UTF_8));
    }

    /** A text or number as text; absent if missing, null, empty or of another kind. */
    static Optional<String> word(JsonNode value) {
        return Optional.of(value)
                .filter(node -> node.isTextual() || node.isNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
