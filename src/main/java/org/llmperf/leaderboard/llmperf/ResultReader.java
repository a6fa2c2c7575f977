package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads LLMPerf's two files, NaN included, which Python writes and JSON does not know. A source is named in messages. */
final class ResultReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private ResultReader() {}

    static Map<String, Object> summary(Object source, String json) {
        return read(source, json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    static List<LlmperfIndividual> individual(Object source, String json) {
        return read(source, json, new TypeReference<>() {});
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UnreadableResultsException(file, e.toString(), e);
        }
    }

    private static <T> T read(Object source, String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableResultsException(source, place(e.getLocation()) + e.getOriginalMessage(), e);
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ": ";
    }
}
