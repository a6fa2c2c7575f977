package org.llmperf.leaderboard.store;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.Map;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.Phase;
import org.llmperf.leaderboard.measurement.Quantity;
import org.llmperf.leaderboard.summary.Quantile;

/**
 * Values for jsonb columns. A mapper of our own: the web application's may be configured for its readers, and text in JSON has
 * to be clean before it is escaped, since PostgreSQL refuses an escaped NUL too.
 */
final class Json {
    static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = ConfigurationJson.newMapper()
            .addMixIn(Phase.class, ById.class)
            .addMixIn(Quantity.class, ById.class)
            .addMixIn(Quantile.class, ById.class)
            .registerModule(new SimpleModule().addSerializer(new CleanStrings()));

    /** Enums stand in the database by their ids, within JSON too. */
    private interface ById {
        @JsonValue
        String id();
    }

    private static final class CleanStrings extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1;

        CleanStrings() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(CleanText.storable(value));
        }
    }

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        return read(json, new TypeReference<T>() {
            @Override
            public java.lang.reflect.Type getType() {
                return type;
            }
        });
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored value cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
