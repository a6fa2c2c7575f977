package org.llmperf.leaderboard.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.RunConfiguration;

/** JSON with line breaks, for people who read it. */
final class PrettyJson {
    private static final ObjectMapper MAPPER = ConfigurationJson.newMapper();

    private PrettyJson() {}

    static String of(RunConfiguration configuration) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(configuration);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a configuration is plain data", e);
        }
    }
}
