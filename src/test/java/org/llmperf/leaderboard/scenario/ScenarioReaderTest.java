package org.llmperf.leaderboard.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical;
import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical.Weighted;
import org.llmperf.leaderboard.scenario.LengthDistribution.Fixed;
import org.llmperf.leaderboard.scenario.LengthDistribution.Lognormal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Normal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Uniform;

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
                        new Normal(550, 0),
                        new Normal(150, 0),
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
                        new Normal(100, 10),
                        new Normal(20, 5),
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
    void an_offered_rate_until_a_duration_over_warm_connections_is_read() {
        String yaml = SMALL.replace("requests: 6\n", "duration: 30s\nconnections: warm\n")
                .replace(
                        "{type: closed-loop, workers: 3}",
                        "{type: open-loop, rate: 2.5, arrival: poisson, max-in-flight: 40}");

        Scenario scenario = ScenarioReader.read("small.yaml", yaml);

        assertThat(scenario.load()).isEqualTo(new LoadShape.OpenLoop(2.5, Arrival.POISSON, 40));
        assertThat(scenario.duration()).contains(Duration.ofSeconds(30));
        assertThat(scenario.requests()).isEqualTo(Scenario.MOST_REQUESTS);
        assertThat(scenario.connections()).isEqualTo(Connections.WARM);
    }

    @Test
    void every_distribution_of_lengths_is_read() {
        assertThat(lengths("{type: normal, mean: 7, standard-deviation: 1}")).isEqualTo(new Normal(7, 1));
        assertThat(lengths("{type: fixed, length: 7}")).isEqualTo(new Fixed(7));
        assertThat(lengths("{type: uniform, min: 7, max: 9}")).isEqualTo(new Uniform(7, 9));
        assertThat(lengths("{type: lognormal, mean: 7, standard-deviation: 9}")).isEqualTo(new Lognormal(7, 9));
        assertThat(lengths("{type: empirical, lengths: [[7, 0.5], [9, 3]]}"))
                .isEqualTo(new Empirical(List.of(new Weighted(7, 0.5), new Weighted(9, 3))));
    }

    @Test
    void what_makes_no_sense_of_the_other_shapes_is_told_too() {
        String yaml = SMALL.replace("{mean: 100, standard-deviation: 10}", "{type: uniform, min: 9, max: 8}")
                .replace("{mean: 20, standard-deviation: 5}", "{type: empirical, lengths: [[7, 0], [9, 3]]}")
                .replace("{type: closed-loop, workers: 3}", "{type: open-loop, rate: 0, arrival: uniform}")
                .replace("requests: 6\n", "duration: 1h\nconnections: hot\n");

        assertThat(invalid(yaml).problems())
                .containsExactlyInAnyOrder(
                        "input-tokens.max must be a whole number of at least 9, not 8",
                        "output-tokens.lengths must be a list of pairs [length, weight], such as [[100, 3], [800, 1]]",
                        "load.rate must be a number over 0, not 0",
                        "load.arrival must be constant or poisson, not uniform",
                        "load.max-in-flight is missing",
                        "connections must be fresh or warm, not hot",
                        "duration must be shorter than timeouts.run, which would cut it");
    }

    @Test
    void the_example_of_the_documentation_is_read_and_its_list_of_scenarios_is_whole() throws IOException {
        String page = Files.readString(Path.of("docs/scenarios.md"));
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);

        assertThat(example.find()).isTrue();
        assertThat(ScenarioReader.read("docs/scenarios.md", example.group(1)).id())
                .isEqualTo("evening-peak");
        assertThat(ScenarioReader.builtInIds())
                .allSatisfy(id -> assertThat(page).contains("\n| `" + id + "` |"));
    }

    @Test
    void without_a_duration_the_number_of_requests_must_be_said() {
        assertThat(invalid(SMALL.replace("requests: 6\n", "")).problems()).containsExactly("requests is missing");
    }

    private static LengthDistribution lengths(String yaml) {
        return ScenarioReader.read("small.yaml", SMALL.replace("{mean: 100, standard-deviation: 10}", yaml))
                .inputTokens();
    }

    @Test
    void an_unknown_id_is_answered_with_the_known_ones() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioReader.builtIn("llmperf"))
                .withMessageStartingWith("There is no scenario 'llmperf'; known are: llmperf-550-150");
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
                .containsExactly("load.type must be closed-loop or open-loop, not poisson");
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
    void every_built_in_scenario_survives_the_json_of_configurations() throws IOException {
        ObjectMapper json = JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .build();
        for (String id : ScenarioReader.builtInIds()) {
            Scenario scenario = ScenarioReader.builtIn(id);
            assertThat(json.readValue(json.writeValueAsString(scenario), Scenario.class))
                    .isEqualTo(scenario);
        }
    }

    @Test
    void a_scenario_survives_json() throws IOException {
        ObjectMapper json = JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .build();
        Scenario scenario = ScenarioReader.builtIn("llmperf-550-150");

        String written = json.writeValueAsString(scenario);

        assertThat(written).contains("\"load\":{\"type\":\"closed-loop\",\"workers\":5}");
        assertThat(json.readValue(written, Scenario.class)).isEqualTo(scenario);
    }

    private static InvalidScenarioException invalid(String yaml) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> ScenarioReader.read("small.yaml", yaml));
    }
}
