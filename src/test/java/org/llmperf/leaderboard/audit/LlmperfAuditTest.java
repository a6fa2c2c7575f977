package org.llmperf.leaderboard.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.llmperf.ResultPair;
import org.llmperf.leaderboard.summary.Quantile;

import static org.assertj.core.api.Assertions.assertThat;

/** On files of the shapes that LLMPerf wrote in 2023 and 2024, with numbers that can be checked in one's head. */
class LlmperfAuditTest {
    private static final Path FILES = Path.of("src/test/resources/llmperf");

    @TempDir
    Path copy;

    @Test
    void both_layouts_are_found() {
        assertThat(ResultPair.find(FILES))
                .extracting(ResultPair::name)
                .containsExactly("example-7b_550_20", "example_7b", "refusing_7b");
    }

    @Test
    void every_figure_of_2023_is_reproduced() {
        LlmperfAudit audit = audit(FILES, "example_7b");

        assertThat(audit.era()).isEqualTo(Era.LLMPERF_LINES);
        assertThat(audit.comparison().differences()).isEmpty();
        // 6 series of 10 statistics, 5 counts, tokens a second; 3 rows with a total, 2 of them with a throughput
        assertThat(audit.comparison().figures()).isEqualTo(6 * 10 + 4 + 1 + 1 + 3 + 2);
        assertThat(audit.writtenAt()).contains(Instant.ofEpochSecond(1703000000));
    }

    @Test
    void what_the_files_of_2023_really_say_is_worked_out() {
        LlmperfFacts facts = audit(FILES, "example_7b").facts();

        assertThat(facts.errorCodes()).isEqualTo(Map.of(429, 1));
        assertThat(facts.wallSeconds()).hasValue(10);
        // 2 s and 4 s in 10 s
        assertThat(facts.meanConcurrency()).hasValue(0.6);
        // 10 tokens in 2 s, 20 in 4 s
        assertThat(facts.tokensPerSecond().orElseThrow().quantile(Quantile.P50)).isEqualTo(5);
        // 30 tokens in 9 lines
        assertThat(facts.tokensPerLine()).hasValue(30.0 / 9);
        // 1.5 s of 2 s, 4 s of 4 s
        assertThat(facts.latencyShare()).hasValue((0.75 + 1) / 2);
        assertThat(facts.generationShare()).hasValue(0.5);
    }

    @Test
    void the_notes_say_what_the_published_figures_hide() {
        assertThat(audit(FILES, "example_7b").notes())
                .satisfiesExactly(
                        note -> assertThat(note).isEqualTo("1 of 3 requests failed (1 × 429): every figure rests on 2"),
                        note -> assertThat(note)
                                .contains("counts lines of the event stream: its median is 1.6")
                                .contains("tokens ÷ whole answer 5.0 (3.33 tokens a line)"),
                        note -> assertThat(note)
                                .contains("87.5 % of the whole answer")
                                .contains("50.0 % at most"),
                        note -> assertThat(note).isEqualTo("0.6 requests were under way on average, not 2"),
                        note -> assertThat(note).isEqualTo("an answer has 15.0 tokens on average, 20 were asked for"));
    }

    @Test
    void nan_of_a_run_without_success_is_read_and_equals_nothing() {
        LlmperfAudit audit = audit(FILES, "refusing_7b");

        assertThat(audit.files().summary().get("results_ttft_s_mean")).isEqualTo(Double.NaN);
        assertThat(audit.comparison().differences()).isEmpty();
        assertThat(audit.facts().wallSeconds()).isEmpty();
    }

    @Test
    void files_of_2024_count_tokens() {
        LlmperfAudit audit = audit(FILES, "example-7b_550_20");

        assertThat(audit.era()).isEqualTo(Era.LLMPERF_TOKENS);
        assertThat(audit.comparison().differences()).isEmpty();
        assertThat(audit.facts().tokensPerLine()).isEmpty();
        assertThat(audit.notes()).noneMatch(note -> note.contains("lines of the event stream"));
    }

    @Test
    void without_a_request_nobody_can_tell_which_program_wrote_them() throws IOException {
        Files.writeString(copy.resolve("empty_summary.json"), "{}");
        Files.writeString(copy.resolve("empty_individual_responses.json"), "[]");

        assertThat(audit(copy, "empty").era()).isEqualTo(Era.UNKNOWN);
    }

    @Test
    void no_note_rests_on_a_figure_that_no_run_can_have() throws IOException {
        Files.writeString(copy.resolve("odd_summary.json"), """
                {"num_concurrent_requests": 2, "mean_output_tokens": 20,
                 "results_num_completed_requests_per_min": 1e-300}""");
        Files.writeString(copy.resolve("odd_individual_responses.json"), """
                [{"error_code": null, "error_msg": "", "inter_token_latency_s": 1e300, "ttft_s": 1e300,
                  "end_to_end_latency_s": 1e-300, "request_output_throughput_token_per_s": 1,
                  "number_total_tokens": 3, "number_output_tokens": 2, "number_input_tokens": 1}]""");

        assertThat(audit(copy, "odd").notes())
                .allSatisfy(note ->
                        assertThat(note).doesNotContain("Infinity", "NaN").hasSizeLessThan(200));
    }

    @Test
    void a_changed_summary_is_found_with_both_values() throws IOException {
        copy();
        change(
                "2023/summary/example_7b.json",
                "\"results_ttft_s_quantiles_p99\": 1.99",
                "\"results_ttft_s_quantiles_p99\": 1.9");

        assertThat(audit(copy, "example_7b").comparison().differences())
                .containsExactly(new Difference("results_ttft_s_quantiles_p99", Optional.of(1.9), Optional.of(1.99)));
    }

    @Test
    void a_changed_row_is_found_in_the_row_and_in_every_figure_it_moves() throws IOException {
        copy();
        change(
                "2024/example-7b_550_20_individual_responses.json",
                "\"number_output_tokens\": 20",
                "\"number_output_tokens\": 25");

        assertThat(audit(copy, "example-7b_550_20").comparison().differences())
                .extracting(Difference::key)
                .contains(
                        "[1].number_total_tokens",
                        "[1].request_output_throughput_token_per_s",
                        "results_number_output_tokens_max",
                        "results_mean_output_throughput_token_per_s")
                .doesNotContain("results_ttft_s_mean");
    }

    private static LlmperfAudit audit(Path folder, String name) {
        List<ResultPair> pairs = ResultPair.find(folder);
        return LlmperfAudit.of(pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .orElseThrow()
                .read());
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            files.filter(Files::isRegularFile).forEach(this::copy);
        }
    }

    private void copy(Path file) {
        try {
            Path target = copy.resolve(FILES.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = copy.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
