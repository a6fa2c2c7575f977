package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScenarioReaderTest {
    private static final String SMALL = """
            id: small
            version: 2
            title: A small one
            input-tokens: {mean: 100, standard-deviation: 10}
            output-tokens: {mean: 20, standard-deviation: 5}
            requests: 6
            load: {type: closed-loop, workers: 3}
            timeouts: {connect: 500ms, first-byte: PT10S, stall: 20 s, request: 2m, run: 1h}
            """;

    @Test
    void the_fixed_scenario_is_that_of_the_method() {
        assertThat(ScenarioReader.builtIn("llmperf-550-150"))
                .isEqualTo(new Scenario(
                        "llmperf-550-150",
                        1,
                        "550 tokens in, 150 out, 150 requests by 5 workers",
                        new LengthDistribution(550, 0),
                        new LengthDistribution(150, 0),
                        150,
                        new LoadShape.ClosedLoop(5),
                        new Timeouts(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(180),
                                Duration.ofMinutes(30))));
    }

    @Test
    void every_key_is_read(@TempDir Path folder) throws IOException {
        assertThat(ScenarioReader.read(Files.writeString(folder.resolve("small.yaml"), SMALL)))
                .isEqualTo(new Scenario(
                        "small",
                        2,
                        "A small one",
                        new LengthDistribution(100, 10),
                        new LengthDistribution(20, 5),
                        6,
                        new LoadShape.ClosedLoop(3),
                        new Timeouts(
                                Duration.ofMillis(500),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(20),
                                Duration.ofMinutes(2),
                                Duration.ofHours(1))));
    }

    @Test
    void an_unknown_id_is_answered_with_the_known_ones() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioReader.builtIn("llmperf"))
                .withMessage("There is no scenario 'llmperf'; known are: llmperf-550-150");
    }

    @Test
    void every_built_in_file_is_in_the_index_and_says_its_own_id() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/scenarios"))) {
            List<String> ids = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .toList();
            assertThat(ScenarioReader.builtInIds()).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(ids)
                    .allSatisfy(
                            id -> assertThat(ScenarioReader.builtIn(id).id()).isEqualTo(id));
        }
    }

    @Test
    void all_problems_are_told_at_once_with_file_and_key() {
        String yaml = SMALL.replace("version: 2", "version: two")
                .replace("id: small\n", "")
                .replace("workers: 3", "workers: 0, worker: 3")
                .replace("500ms", "fast");

        var problem = invalid(yaml);

        assertThat(problem).hasMessageContaining("small.yaml");
        assertThat(problem.problems())
                .containsExactlyInAnyOrder(
                        "id is missing",
                        "version must be a whole number of at least 1, not two",
                        "load.workers must be a whole number of at least 1, not 0",
                        "load.worker is not known here; known are type, workers",
                        "timeouts.connect must be a duration such as 10s, 500ms or PT10S, not fast");
    }

    @Test
    void a_missing_group_is_one_problem() {
        String yaml = SMALL.replaceAll("timeouts: .*\n", "").replaceAll("input-tokens: .*\n", "input-tokens: 550\n");
        assertThat(invalid(yaml).problems())
                .containsExactlyInAnyOrder("timeouts is missing", "input-tokens must hold keys of its own");
    }

    @Test
    void a_load_of_another_type_is_refused() {
        assertThat(invalid(SMALL.replace("closed-loop", "poisson")).problems())
                .containsExactly("load.type must be closed-loop, not poisson");
    }

    @Test
    void a_limit_of_nothing_is_refused() {
        assertThat(invalid(SMALL.replace("500ms", "0s")).problems())
                .containsExactly("timeouts.connect must be a duration such as 10s, 500ms or PT10S, not 0s");
    }

    @Test
    void a_file_that_is_no_yaml_is_told_with_its_line() {
        assertThat(invalid("id: small\ntitle: [\n").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("line 2 is no valid YAML: ")
                        .doesNotContain("\n"));
        assertThat(invalid("").problems()).containsExactly("must hold keys and values");
    }

    @Test
    void a_key_given_twice_is_refused() {
        assertThat(invalid(SMALL + "requests: 7\n").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("line 9").contains("requests"));
    }

    @Test
    void a_scenario_survives_json() throws IOException {
        ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        Scenario scenario = ScenarioReader.builtIn("llmperf-550-150");

        String written = json.writeValueAsString(scenario);

        assertThat(written).contains("\"load\":{\"type\":\"closed-loop\",\"workers\":5}");
        assertThat(json.readValue(written, Scenario.class)).isEqualTo(scenario);
    }

    private static InvalidScenarioException invalid(String yaml) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> ScenarioReader.read("small.yaml", yaml));
    }
}
