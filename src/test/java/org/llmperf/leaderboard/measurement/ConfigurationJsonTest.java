package org.llmperf.leaderboard.measurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.registry.Offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigurationJsonTest {
    private static final Offering REAL =
            Samples.realOffering("acme/llama", Map.of("top_p", 0.9, "stop", List.of("a", "b"), "n", 1));

    @Test
    void a_real_offering_comes_back_as_it_was() {
        assertThatItComesBack(configuration(REAL));
    }

    @Test
    void a_simulated_offering_comes_back_with_the_simulators_settings() {
        assertThatItComesBack(configuration(Samples.simulatedOffering()));
    }

    @Test
    void a_parameter_that_takes_something_away_comes_back() {
        assertThatItComesBack(
                configuration(Samples.realOffering("m", Collections.singletonMap("stream_options", null))));
    }

    @Test
    void keys_are_sorted_and_durations_readable() {
        assertThat(ConfigurationJson.write(configuration(REAL)))
                .startsWith("{\"baseUrl\":\"https://api.example.com/v1\",\"connection\":\"a fresh connection")
                .contains("\"load\":{\"type\":\"closed-loop\",\"workers\":5}")
                .contains("\"parameters\":{\"n\":1,\"stop\":[\"a\",\"b\"],\"top_p\":0.9}")
                .contains("\"price\":{\"inputPerMillion\":0.10,\"outputPerMillion\":0.0000001}")
                .contains("\"timeouts\":{\"connect\":\"PT10S\"")
                .doesNotContain("simulation", "null");
    }

    @Test
    void the_hash_survives_other_hands_that_sort_the_keys_anew() throws JsonProcessingException {
        RunConfiguration configuration = configuration(Samples.simulatedOffering());
        var mapper = new ObjectMapper();
        Map<?, ?> shuffled = mapper.readValue(ConfigurationJson.write(configuration), Map.class);

        RunConfiguration read = ConfigurationJson.read(
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(Map.copyOf(shuffled)));

        assertThat(ConfigurationJson.hash(read))
                .isEqualTo(ConfigurationJson.hash(configuration))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void another_seed_is_another_hash() {
        RunConfiguration one = configuration(REAL);
        var other = new RunConfiguration(
                one.methodVersion(),
                one.scenario(),
                one.offering(),
                one.baseUrl(),
                one.seed() + 1,
                one.promptSetHash(),
                one.tokenizer(),
                one.httpVersion(),
                one.connection(),
                one.retries());

        assertThat(ConfigurationJson.hash(other)).isNotEqualTo(ConfigurationJson.hash(one));
    }

    @Test
    void what_is_no_configuration_is_refused() {
        assertThatThrownBy(() -> ConfigurationJson.read("[]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a run's configuration");
    }

    private static void assertThatItComesBack(RunConfiguration configuration) {
        assertThat(ConfigurationJson.read(ConfigurationJson.write(configuration)))
                .isEqualTo(configuration);
    }

    private static RunConfiguration configuration(Offering offering) {
        return RunConfiguration.of(Samples.plan(offering, 150), URI.create("https://api.example.com/v1"), "llama-2");
    }
}
