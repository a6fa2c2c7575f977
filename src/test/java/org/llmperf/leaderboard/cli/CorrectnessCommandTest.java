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
import org.llmperf.leaderboard.simulator.Simulator;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

import static org.assertj.core.api.Assertions.assertThat;

class CorrectnessCommandTest {
    private final Terminal terminal = new Terminal();

    private int ask(String baseUrl, String... more) {
        var args =
                new ArrayList<>(List.of("correctness", "--model", "sim/model", "--base-url", baseUrl, "--seed", "7"));
        args.addAll(List.of(more));
        return terminal.run(args.toArray(String[]::new));
    }

    private static Simulator provider(double errorRate, double wrongRate) {
        return Simulator.start(
                new SimulatorSettings(
                        Duration.ofMillis(1),
                        Duration.ofNanos(10_000),
                        0,
                        1,
                        0,
                        Duration.ZERO,
                        errorRate,
                        0,
                        0,
                        wrongRate,
                        null,
                        1),
                0);
    }

    private JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void right_answers_are_found_right_by_both_verdicts(@TempDir Path folder) throws IOException {
        try (Simulator provider = provider(0, 0)) {
            assertThat(ask(provider.baseUrl(), "--results-dir", folder.toString(), "--metadata", "machine=test"))
                    .isZero();
        }
        assertThat(terminal.out())
                .containsPattern("number anywhere in it \\(LLMPerf's\\) +50 +0 +100\\.0 % +92\\.9 – 100\\.0 %")
                .containsPattern("number first in it \\(strict\\) +50 +0 +100\\.0 %")
                .contains("success    50 of 50, 100.0 %");
        JsonNode summary = json(Files.readString(folder.resolve("sim-model_correctness_summary.json")));
        assertThat(summary.path("num_completed_requests").asInt()).isEqualTo(50);
        assertThat(summary.path("num_concurrent_requests").asInt()).isEqualTo(10);
        assertThat(summary.path("machine").asText()).isEqualTo("test");
        JsonNode rows = json(Files.readString(folder.resolve("sim-model_correctness_individual_responses.json")));
        assertThat(rows).hasSize(50);
        assertThat(rows.path(0)
                        .path("request_config")
                        .path("metadata")
                        .path("rnd_number")
                        .asInt())
                .isEqualTo(5305);
        assertThat(rows.path(0).path("generated_text").asText()).startsWith("5305 ");
        assertThat(rows.path(0).path("metrics").path("number_output_tokens").asInt())
                .isEqualTo(150);
    }

    @Test
    void wrong_answers_are_counted_shown_and_make_the_run_fall_short() throws IOException {
        try (Simulator provider = provider(0, 1)) {
            assertThat(ask(provider.baseUrl(), "--max-num-completed-requests", "12"))
                    .isEqualTo(1);
            assertThat(terminal.out())
                    .containsPattern("LLMPerf's\\) +0 +12 +0\\.0 %")
                    .contains("mismatch   expected 5305, got: 5306 ")
                    .contains("and 2 more");
        }
    }

    @Test
    void a_number_that_does_not_come_first_is_right_by_one_verdict_only() throws IOException {
        try (var provider = new AnsweringProvider(number -> "Of 3 guesses: " + number)) {
            assertThat(ask(provider.baseUrl(), "--json", "--quiet", "--max-num-completed-requests", "4"))
                    .isZero();
        }
        JsonNode summary = json(terminal.out());
        assertThat(summary.path("num_mismatched_requests").asInt()).isZero();
        assertThat(summary.path("leaderboard_num_strictly_mismatched_requests").asInt())
                .isEqualTo(4);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void what_is_sent_is_llmperf_s_question_without_randomness_and_limit() throws IOException {
        try (var provider = new AnsweringProvider(Integer::toString)) {
            ask(
                    provider.baseUrl(),
                    "--max-num-completed-requests",
                    "1",
                    "--additional-sampling-params",
                    "{\"top_p\": 0.5}");
            JsonNode question = provider.questions().get(0);
            assertThat(question.path("messages").path(0).path("content").asText())
                    .isEqualTo("""
                            Convert the following sequence of words into a number: five thousand, three hundred and five.
                            Print the number first.""");
            assertThat(question.path("temperature").asDouble(1)).isZero();
            assertThat(question.path("top_p").asDouble()).isEqualTo(0.5);
            assertThat(question.has("max_tokens")).isFalse();
        }
    }

    @Test
    void every_failure_is_counted_by_its_class() throws IOException {
        try (Simulator provider = provider(1, 0)) {
            assertThat(ask(provider.baseUrl(), "--max-num-completed-requests", "5", "--json"))
                    .isEqualTo(1);
        }
        JsonNode summary = json(terminal.out());
        assertThat(summary.path("number_errors").asInt()).isEqualTo(5);
        assertThat(summary.path("error_rate").asDouble()).isEqualTo(1);
        assertThat(summary.path("num_mismatched_requests").asInt()).isZero();
        assertThat(summary.path("leaderboard_outcome_http_5xx").asInt()).isEqualTo(5);

        terminal.clear();
        try (Simulator provider = provider(1, 0)) {
            ask(provider.baseUrl(), "--max-num-completed-requests", "5");
        }
        assertThat(terminal.out()).contains("failures   5 http_5xx").contains("success    0 of 5");
    }

    @Test
    void a_simulated_provider_of_the_registry_can_be_asked() {
        assertThat(terminal.run(
                        "correctness",
                        "--provider",
                        "sim-fast-start",
                        "--model",
                        "simulated-chat",
                        "--max-num-completed-requests",
                        "1"))
                .isZero();
        assertThat(terminal.out()).contains("success    1 of 1");
    }

    @Test
    void bad_usage_is_one_clear_line() {
        terminal.badUsage("--model", "correctness");
        String[] question = {"correctness", "--model", "m", "--base-url", "http://127.0.0.1:1"};
        badUsage("--max-num-completed-requests must be at least 1", question, "--max-num-completed-requests", "0");
        badUsage("--num-concurrent-requests must be at least 1", question, "--num-concurrent-requests", "0");
        badUsage("--timeout must be at least 1", question, "--timeout", "0");
        badUsage("JSON object", question, "--additional-sampling-params", "[");
        badUsage("--metadata must be", question, "--metadata", "x");
        badUsage("--mean-input-tokens", question, "--mean-input-tokens", "5");
    }

    private void badUsage(String expected, String[] begin, String... more) {
        var args = new ArrayList<>(List.of(begin));
        args.addAll(List.of(more));
        terminal.badUsage(expected, args.toArray(String[]::new));
    }

    @Test
    void help_has_llmperf_s_flags_and_defaults() {
        assertThat(terminal.run("correctness", "--help")).isZero();
        assertThat(terminal.out())
                .contains(
                        "--num-concurrent-requests",
                        "--timeout",
                        "--max-num-completed-requests",
                        "--additional-sampling-params",
                        "--results-dir",
                        "--llm-api",
                        "--metadata",
                        "--seed",
                        "--base-url",
                        "--api-key-env",
                        "--provider")
                .contains("Default: 50");
    }
}
