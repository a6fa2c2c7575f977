package org.llmperf.leaderboard.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A run's configuration as JSON. The text is canonical: keys in alphabetical order, no white space, durations in ISO 8601,
 * nothing for what is absent. So equal configurations have equal texts and equal hashes, also after a database has
 * shuffled the keys.
 */
public final class ConfigurationJson {
    /** An absent field is left out, but a null inside a map is said: as a parameter it takes a default away. */
    private static final JsonInclude.Value INCLUSION =
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS);

    private static final ObjectMapper MAPPER = newMapper();

    private ConfigurationJson() {}

    /** A mapper of the same rules, for those who write a configuration as a part of something larger. */
    public static ObjectMapper newMapper() {
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .defaultPropertyInclusion(INCLUSION)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    public static String write(RunConfiguration configuration) {
        return write((Object) configuration);
    }

    /**
     * @throws IllegalArgumentException if the text is no configuration
     */
    public static RunConfiguration read(String json) {
        try {
            return MAPPER.readValue(json, RunConfiguration.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a run's configuration: " + e.getOriginalMessage(), e);
        }
    }

    /** SHA-256 of the canonical text as UTF-8, in hexadecimal. */
    public static String hash(RunConfiguration configuration) {
        byte[] text = write(configuration).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a configuration is plain data", e);
        }
    }
}
