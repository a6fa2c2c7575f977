package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.simulator.Simulator;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

import static org.assertj.core.api.Assertions.assertThat;

class CliTest {
    private final Terminal terminal = new Terminal();

    private int run(String... args) {
        return terminal.run(args);
    }

    private int runWithAnyOwnError(String... args) {
        return run(
                Stream.concat(Stream.of(args), Terminal.ANY_OWN_ERROR.stream()).toArray(String[]::new));
    }

    private static Simulator provider(double errorRate) {
        return Simulator.start(
                new SimulatorSettings(
                        Duration.ofMillis(1), Duration.ofNanos(50_000), 0, 1, 0, Duration.ZERO, errorRate, 0, 0, 1),
                0);
    }

    private void badUsage(String expected, String... args) {
        terminal.badUsage(expected, args);
    }

    @Test
    void bad_usage_is_one_clear_line() {
        badUsage("--model", "bench");
        badUsage("--base-url must be", "bench", "--model", "m", "--base-url", "ftp://x");
        badUsage(
                "known are: llmperf-550-150",
                "bench",
                "--model",
                "m",
                "--base-url",
                "http://127.0.0.1:1",
                "--scenario",
                "x");
        badUsage(
                "NO_SUCH_KEY",
                "bench",
                "--model",
                "m",
                "--base-url",
                "http://127.0.0.1:1",
                "--api-key-env",
                "NO_SUCH_KEY");
        badUsage("has no provider nobody", "bench", "--model", "m", "--provider", "nobody");
        badUsage("has no model m; it has simulated-chat", "bench", "--model", "m", "--provider", "sim-bursty");
        badUsage(
                "JSON object",
                "bench",
                "--model",
                "m",
                "--base-url",
                "http://127.0.0.1:1",
                "--additional-sampling-params",
                "[");
        badUsage(
                "at least 1",
                "bench",
                "--model",
                "m",
                "--base-url",
                "http://127.0.0.1:1",
                "--num-concurrent-requests",
                "0");
        badUsage(
                "--tokenizer: no-such.json is neither a file nor a known tokenizer; known: llama-2,",
                "bench",
                "--model",
                "m",
                "--base-url",
                "http://127.0.0.1:1",
                "--tokenizer",
                "no-such.json");
        badUsage("40ms, 1.5s", "simulate", "--ttft", "soon");
        badUsage("error-rate", "simulate", "--error-rate", "2");
        badUsage("--port must lie", "simulate", "--port", "65536");
        badUsage("ttft must lie", "calibrate", "--ttft", "2h");
        badUsage("--requests must be at least 1", "calibrate", "--requests", "0");
        badUsage("between 0 and 1", "calibrate", "--budget-pause-share", "1.5");
        badUsage("add one", "correctness", "--model", "m", "--registry", "here");
        badUsage(
                "leave out --api-key-env",
                "correctness",
                "--model",
                "m",
                "--provider",
                "sim-bursty",
                "--api-key-env",
                "KEY");
        badUsage("--stall-rate", "simulate", "--stall", "3s");
        badUsage("dance", "dance");
        badUsage("Unknown option", "bench", "--modl", "x");
        badUsage("Did you mean --model", "bench", "--modl", "x");
        badUsage("Did you mean bench", "bnch");
    }

    @Test
    void bench_measures_prints_and_writes_the_two_files(@TempDir Path folder) throws IOException {
        try (Simulator provider = provider(0)) {
            int code = runWithAnyOwnError(
                    "bench",
                    "--model",
                    "sim/model",
                    "--base-url",
                    provider.baseUrl(),
                    "--seed",
                    "7",
                    "--stddev-input-tokens",
                    "0",
                    "--mean-output-tokens",
                    "20",
                    "--stddev-output-tokens",
                    "0",
                    "--max-num-completed-requests",
                    "23",
                    "--num-concurrent-requests",
                    "4",
                    "--metadata",
                    "machine=test",
                    "--results-dir",
                    folder.toString());
            assertThat(code).isZero();
        }
        assertThat(terminal.out()).contains("success    23 of 23, 100.0 %").contains("ttft ms");
        int n = terminal.out().lines().findFirst().orElseThrow().indexOf(" n ") + 1;
        assertThat(terminal.out().lines().takeWhile(line -> !line.isBlank()).skip(1))
                .hasSizeGreaterThan(4)
                .allSatisfy(row -> assertThat(row.substring(n - 2, n + 1)).matches("[ \\d]{2}\\d"));
        JsonNode summary = new ObjectMapper()
                .readTree(folder.resolve("sim-model_550_20_summary.json").toFile());
        assertThat(summary.get("results_num_requests_started").asInt()).isEqualTo(23);
        assertThat(summary.get("machine").asText()).isEqualTo("test");
        assertThat(Files.exists(folder.resolve("sim-model_550_20_individual_responses.json")))
                .isTrue();
    }

    @Test
    void another_tokenizer_counts_what_llama_2_s_prompts_and_answers_hold() throws IOException {
        try (Simulator provider = provider(0)) {
            run(
                    "bench",
                    "--model",
                    "m",
                    "--base-url",
                    provider.baseUrl(),
                    "--json",
                    "--quiet",
                    "--seed",
                    "11111",
                    "--stddev-input-tokens",
                    "0",
                    "--max-num-completed-requests",
                    "2",
                    "--mean-output-tokens",
                    "50",
                    "--stddev-output-tokens",
                    "0",
                    "--tokenizer",
                    "o200k_base");
        }
        JsonNode summary = new ObjectMapper().readTree(terminal.out());
        assertThat(summary.get("leaderboard_tokenizer").asText()).isEqualTo("o200k_base");
        assertThat(summary.get("leaderboard_tokenizer_sha256").asText()).startsWith("446a9538");
        // of a larger vocabulary fewer tokens make the same text: the prompts, nominally 550, are still LLMPerf's
        assertThat(summary.get("leaderboard_mean_input_tokens").asDouble()).isBetween(350.0, 500.0);
        assertThat(summary.get("results_number_input_tokens_mean").asInt()).isEqualTo(550);
    }

    @Test
    void a_run_that_falls_short_exits_with_1_and_its_json_is_all_there_is_on_standard_output() throws IOException {
        try (Simulator provider = provider(1)) {
            int code = run(
                    "bench",
                    "--model",
                    "m",
                    "--base-url",
                    provider.baseUrl(),
                    "--json",
                    "--quiet",
                    "--max-num-completed-requests",
                    "5",
                    "--mean-output-tokens",
                    "10",
                    "--stddev-output-tokens",
                    "0");
            assertThat(code).isEqualTo(1);
        }
        JsonNode summary = new ObjectMapper().readTree(terminal.out());
        assertThat(summary.get("results_number_errors").asInt()).isEqualTo(5);
        assertThat(terminal.err()).isEmpty();
    }

    private int calibrate(String budget, String lag) {
        return run(
                "calibrate",
                "--num-concurrent-requests",
                "2",
                "--requests",
                "4",
                "--tokens",
                "3",
                "--itl",
                "1ms",
                "--json",
                "--quiet",
                "--budget-ttft-p50",
                budget,
                "--budget-ttft-p99",
                "1h",
                "--budget-event-p99",
                "1h",
                "--budget-lag-p99",
                lag,
                "--budget-pause-share",
                "1");
    }

    @Test
    void calibrate_compares_with_a_provider_in_a_process_of_its_own_and_exits_with_1_over_budget() throws IOException {
        assertThat(calibrate("1h", "1h")).isZero();
        JsonNode report = new ObjectMapper().readTree(terminal.out());
        assertThat(report.at("/calibration/succeeded").asInt()).isEqualTo(4);
        assertThat(report.at("/calibration/events/n").asInt()).isEqualTo(12);
        assertThat(report.at("/overBudget")).isEmpty();
        assertThat(terminal.err()).isEmpty();
        terminal.clear();

        assertThat(calibrate("0s", "0s")).isEqualTo(1);
        JsonNode over = new ObjectMapper().readTree(terminal.out()).get("overBudget");
        assertThat(over.get(0).asText()).startsWith("first token ");
        assertThat(over.get(1).asText()).startsWith("requests started ");
    }

    @Test
    void version_and_help_are_there() {
        assertThat(run("--version")).isZero();
        assertThat(run("bench", "--help")).isZero();
        assertThat(terminal.out()).startsWith("llmperf-leaderboard 1").contains("--num-concurrent-requests");
        terminal.clear();
        assertThat(run("help", "bench")).isZero();
        assertThat(terminal.out())
                .contains("--num-concurrent-requests")
                .contains("Default: 550")
                .doesNotContainPattern("(?m)^ *Default: *$")
                .doesNotContain("Default: []", "Default: null");
    }
}
