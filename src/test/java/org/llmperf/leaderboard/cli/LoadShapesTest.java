package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.llmperf.leaderboard.simulator.Simulator;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code bench} with other loads than LLMPerf's, against the simulated provider. */
class LoadShapesTest {
    private static final SimulatorSettings QUICK =
            new SimulatorSettings(Duration.ofMillis(1), Duration.ofNanos(50_000), 0, 1, 0, Duration.ZERO, 0, 0, 0, 1);

    private final Terminal terminal = new Terminal();

    private int bench(String baseUrl, String... options) {
        List<String> arguments = new ArrayList<>(List.of("bench", "--model", "m", "--base-url", baseUrl, "--quiet"));
        arguments.addAll(List.of(options));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private int measure(String... options) {
        try (Simulator provider = Simulator.start(QUICK, 0)) {
            List<String> all = new ArrayList<>(List.of(options));
            all.addAll(Terminal.ANY_OWN_ERROR);
            return bench(provider.baseUrl(), all.toArray(String[]::new));
        }
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --request-rate 0                                       | --request-rate must be a number over 0
                    --arrival poisson                                      | add --request-rate
                    --request-rate 5 --arrival now                         | --arrival
                    --connections hot                                      | --connections
                    --duration 0s                                          | --duration must be over 0
                    --duration soon                                        | 40ms, 1.5s
                    --duration 2m --timeout 60                             | would cut the run before its --duration
                    --sweep 1,x                                            | --sweep
                    --sweep 0                                              | --sweep must be at least 1
                    --sweep 1,11                                           | 11 workers need at least 11 requests
                    --sweep 1,2 --num-concurrent-requests 3                | leave out --num-concurrent-requests
                    --sweep 1,2 --request-rate 3                           | an offered rate has none
                    --scenario burst --request-rate 3                      | leave out --request-rate
                    --scenario burst --duration 3s                         | leave out --duration
                    --scenario burst --mean-input-tokens 100               | leave out --mean-input-tokens
                    --scenario burst --stddev-output-tokens 0              | leave out --stddev-output-tokens
                    --scenario burst --max-num-completed-requests 0        | --max-num-completed-requests must be at least 1
                    --scenario burst --request-timeout 0                   | --request-timeout must be at least 1
                    --provider sim-bursty                                  | leave out --base-url
                    --registry .                                           | --registry is for --provider
                    --scenario offered-rate --sweep 1,2                    | an offered rate has none
                    --scenario nowhere.yaml                                | Cannot read the scenario nowhere.yaml
                    --scenario {id:1}                                      | version is missing
                    """)
    void what_does_not_go_together_is_one_clear_line(String options, String expected) {
        assertThat(bench("http://127.0.0.1:1", options.split(" "))).isEqualTo(2);
        assertThat(terminal.err().strip().lines()).hasSize(1).first().asString().contains(expected);
        assertThat(terminal.out()).isEmpty();
    }

    private static final String TINY = "{id: tiny, version: 1, title: Tiny, input-tokens: {type: fixed, length: 50},"
            + " output-tokens: {type: fixed, length: 5}, requests: 4, load: {type: closed-loop, workers: 2},"
            + " timeouts: {connect: 5s, first-byte: 5s, stall: 5s, request: 20s, run: 60s}}";

    @Test
    void counts_and_limits_beside_a_scenario_change_it_and_its_name() throws IOException {
        int code = measure(
                "--scenario",
                TINY,
                "--max-num-completed-requests",
                "3",
                "--num-concurrent-requests",
                "1",
                "--timeout",
                "50",
                "--request-timeout",
                "10",
                "--json");

        assertThat(code).isZero();
        assertThat(json().get("results_num_requests_started").asInt()).isEqualTo(3);
        assertThat(json().get("num_concurrent_requests").asInt()).isEqualTo(1);
        assertThat(json().get("leaderboard_scenario").asText()).isEqualTo("custom");
        assertThat(json().get("leaderboard_reproduce").asText())
                .contains("Tiny; here 3 requests; here ", "; here 10 s a request, 50 s in all");
    }

    @Test
    void what_the_scenario_says_itself_leaves_it_as_it_is() throws IOException {
        int code = measure(
                "--scenario",
                TINY,
                "--max-num-completed-requests",
                "4",
                "--num-concurrent-requests",
                "2",
                "--timeout",
                "60",
                "--json");

        assertThat(code).isZero();
        assertThat(json().get("leaderboard_scenario").asText()).isEqualTo("tiny");
    }

    @Test
    void an_offered_rate_is_reported_from_both_starts() throws IOException {
        int code = measure(
                "--request-rate",
                "100",
                "--arrival",
                "poisson",
                "--max-num-completed-requests",
                "20",
                "--mean-output-tokens",
                "10",
                "--stddev-output-tokens",
                "0",
                "--json");

        assertThat(code).isZero();
        assertThat(json().get("results_num_requests_started").asInt()).isEqualTo(20);
        assertThat(json().get("leaderboard_request_rate").asDouble()).isEqualTo(100);
        assertThat(json().get("leaderboard_arrival").asText()).isEqualTo("poisson");
        assertThat(json().get("leaderboard_e2e_from_intended_n").asInt()).isEqualTo(20);
        assertThat(json().get("leaderboard_e2e_from_intended_p50").asDouble())
                .isGreaterThanOrEqualTo(json().get("leaderboard_e2e_min").asDouble());
        assertThat(json().get("leaderboard_requests_held_back").asInt()).isZero();
        assertThat(json().has("num_concurrent_requests")).isFalse();
    }

    @Test
    void a_run_of_a_duration_is_whole_with_as_many_requests_as_it_sent() throws IOException {
        int code = measure(
                "--duration", "300ms", "--num-concurrent-requests", "2", "--mean-output-tokens", "10", "--json");

        assertThat(code).isZero();
        int sent = json().get("results_num_requests_started").asInt();
        assertThat(sent).isGreaterThanOrEqualTo(2);
        assertThat(json().get("leaderboard_requests_planned").asInt()).isEqualTo(sent);
        assertThat(json().get("leaderboard_verdict").asText()).isEqualTo("valid");
        assertThat(json().get("leaderboard_duration_s").asDouble()).isEqualTo(0.3);
    }

    @Test
    void a_sweep_has_a_line_and_files_for_each_step(@TempDir Path folder) throws IOException {
        int code = measure(
                "--sweep",
                "1,2,4",
                "--max-num-completed-requests",
                "6",
                "--mean-output-tokens",
                "10",
                "--stddev-output-tokens",
                "0",
                "--results-dir",
                folder.toString());

        assertThat(code).isZero();
        List<String> lines = terminal.out().strip().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("ttft p50");
        assertThat(lines.subList(1, 4)).allMatch(line -> line.contains(" 6 ") && line.contains("100.0 %"));
        for (int workers : new int[] {1, 2, 4}) {
            Path summary = folder.resolve("workers-" + workers).resolve("m_550_10_summary.json");
            assertThat(new ObjectMapper()
                            .readTree(Files.readString(summary))
                            .get("num_concurrent_requests")
                            .asInt())
                    .isEqualTo(workers);
        }
    }

    @Test
    void the_json_of_a_sweep_is_a_list_and_its_runs_have_other_prompts() throws IOException {
        int code = measure("--sweep", "1,2", "--max-num-completed-requests", "2", "--seed", "7", "--json");

        assertThat(code).isZero();
        assertThat(json()).hasSize(2);
        assertThat(json().findValuesAsText("leaderboard_seed")).containsExactly("7", "8");
        assertThat(json().findValuesAsText("leaderboard_prompt_set_hash")).doesNotHaveDuplicates();
    }

    @Test
    void the_command_that_repeats_a_run_of_one_s_own_repeats_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                id: mine
                version: 1
                title: It's mine
                input-tokens: {type: empirical, lengths: [[100, 3], [300, 1]]}
                output-tokens: {type: uniform, min: 5, max: 9}
                requests: 4
                load: {type: open-loop, rate: 200, arrival: poisson, max-in-flight: 8}
                timeouts: {connect: 5s, first-byte: 5s, stall: 5s, request: 20s, run: 60s}
                """);
        try (Simulator provider = Simulator.start(QUICK, 0)) {
            bench(provider.baseUrl(), "--scenario", file.toString(), "--json");
            JsonNode first = json();
            String scenario = first.get("leaderboard_reproduce")
                    .asText()
                    .replaceAll(".* --scenario '(.*)' --model .*", "$1")
                    .replace("'\\''", "'");
            terminal.clear();
            bench(
                    provider.baseUrl(),
                    "--scenario",
                    scenario,
                    "--seed",
                    first.get("leaderboard_seed").asText(),
                    "--json");

            assertThat(json().get("leaderboard_configuration_hash"))
                    .isEqualTo(first.get("leaderboard_configuration_hash"));
            assertThat(json().get("leaderboard_prompt_set_hash")).isEqualTo(first.get("leaderboard_prompt_set_hash"));
        }
    }
}
