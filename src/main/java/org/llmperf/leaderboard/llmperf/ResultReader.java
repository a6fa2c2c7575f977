package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads LLMPerf's two files, NaN included, which Python writes and JSON does not know. A source is named in messages. */
final class ResultReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ResultReader() {}

    static Map<String, Object> summary(Object source, String json) {
        return read(source, json, "an object", new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    static List<LlmperfIndividual> individual(Object source, String json) {
        List<LlmperfIndividual> responses = read(source, json, "a list of objects", new TypeReference<>() {});
        if (responses.contains(null)) {
            throw new UnreadableResultsException(source, "response " + (responses.indexOf(null) + 1) + " is null");
        }
        return responses;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UnreadableResultsException(file, "it is not UTF-8", e);
        } catch (IOException e) {
            throw new UnreadableResultsException(file, e.toString(), e);
        }
    }

    private static <T> T read(Object source, String json, String wanted, TypeReference<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, type))
                    .orElseThrow(() -> new UnreadableResultsException(source, "null, not " + wanted));
        } catch (JsonProcessingException e) {
            throw new UnreadableResultsException(source, place(e.getLocation()) + problem(e, wanted), e);
        }
    }

    /** Without the names of classes and settings that Jackson puts into its own words. */
    private static String problem(JsonProcessingException e, String wanted) {
        if (e instanceof MismatchedInputException mismatch) {
            String where = mismatch.getPath().stream()
                    .map(step ->
                            step.getFieldName() == null ? "response " + (step.getIndex() + 1) : step.getFieldName())
                    .collect(Collectors.joining(", "));
            return where.isEmpty() ? "not " + wanted : where + " has a value of another kind than LLMPerf writes";
        }
        return e.getOriginalMessage().replaceAll(" \\(start marker at .*", "");
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ": ";
    }
}
