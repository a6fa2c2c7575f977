package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Writes a scenario so that {@link ScenarioReader} reads it back. */
public final class ScenarioWriter {
    private static final ObjectWriter FLOW = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build()
            .writer();

    private ScenarioWriter() {}

    /** In one line, in YAML's flow style, which is JSON. */
    public static String oneLine(Scenario scenario) {
        try {
            return FLOW.writeValueAsString(scenario);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scenario is plain data", e);
        }
    }
}
