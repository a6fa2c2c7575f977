package org.llmperf.leaderboard.measurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.RegistryReader;
import org.llmperf.leaderboard.scenario.PromptMaker;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;

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
    void one_from_before_the_tokenizers_hash_was_kept_can_still_be_read() {
        String today = ConfigurationJson.write(configuration(REAL));
        String before = today.replace(",\"tokenizerHash\":\"" + "ab".repeat(32) + "\"", "");

        assertThat(before).isNotEqualTo(today);
        assertThat(ConfigurationJson.read(before).tokenizerHash()).isEmpty();
        assertThat(ConfigurationJson.write(ConfigurationJson.read(before))).isEqualTo(before);
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
                one.tokenizerHash(),
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

    /** What was published stays comparable: neither the text nor the prompts of the ranked scenario may ever move. */
    @Test
    void the_ranked_scenario_has_the_configuration_it_always_had() {
        Offering offering = new RegistryReader(Dialects.ids())
                .readBuiltIn()
                .offering("sim-fast-start", "simulated-chat")
                .orElseThrow();
        var planner = new RunPlanner(new PromptMaker(HuggingFaceTokenCounter.llama2()));
        RunPlan plan = planner.plan(offering, ScenarioReader.builtIn("llmperf-550-150"), 11111);

        RunConfiguration configuration =
                RunConfiguration.of(plan, URI.create("http://127.0.0.1:1/v1"), HuggingFaceTokenCounter.llama2());

        assertThat(ConfigurationJson.write(configuration))
                .contains("\"scenario\":{\"id\":\"llmperf-550-150\","
                        + "\"inputTokens\":{\"mean\":550,\"standardDeviation\":0},"
                        + "\"load\":{\"type\":\"closed-loop\",\"workers\":5},"
                        + "\"outputTokens\":{\"mean\":150,\"standardDeviation\":0},\"requests\":150,"
                        + "\"timeouts\":{\"connect\":\"PT10S\",\"firstByte\":\"PT1M\",\"request\":\"PT3M\","
                        + "\"run\":\"PT30M\",\"stall\":\"PT1M\"},"
                        + "\"title\":\"550 tokens in, 150 out, 150 requests by 5 workers\",\"version\":1}");
        assertThat(ConfigurationJson.hash(configuration))
                .isEqualTo("e81f7b16140e66866bc9e5e4c075e5aee1a54bce12ea7202b74b7750c2319e51");
    }

    private static void assertThatItComesBack(RunConfiguration configuration) {
        assertThat(ConfigurationJson.read(ConfigurationJson.write(configuration)))
                .isEqualTo(configuration);
    }

    private static RunConfiguration configuration(Offering offering) {
        return RunConfiguration.of(
                Samples.plan(offering, 150),
                Samples.BASE_URL,
                Samples.words("o200k_base", Optional.of("ab".repeat(32))));
    }
}
