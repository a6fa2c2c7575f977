package org.llmperf.leaderboard.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** JSON as dialects need it: strict in form, patient about what stands in it. */
public final class Json {
    /** Of one text: many times what any known answer has, so that two letters a value do not fill our memory. */
    private static final int MOST_VALUES = 100_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_VALUES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static byte[] bytes(Map<String, Object> object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws JsonProcessingException if the text is not exactly one JSON value, or one of too many values
     */
    public static JsonNode tree(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /**
     * @throws JsonProcessingException if the text is not exactly one JSON value, or one of too many values
     */
    public static JsonNode tree(byte[] utf8) throws JsonProcessingException {
        return tree(new String(utf8, StandardCharsets.UTF_8));
    }

    /** A text or number as text; absent if missing, null, empty or of another kind. */
    public static Optional<String> word(JsonNode value) {
        return Optional.of(value)
                .filter(node -> node.isTextual() || node.isNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    /** The first of these fields that has a {@link #word}. */
    public static Optional<String> word(JsonNode object, String... fields) {
        return Stream.of(fields)
                .map(object::path)
                .map(Json::word)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A whole number from 0; absent if there is anything else. */
    public static OptionalInt count(JsonNode value) {
        boolean sensible = value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0;
        return sensible ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
    }
}
