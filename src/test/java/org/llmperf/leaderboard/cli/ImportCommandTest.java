package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ImportCommandTest {
    private static final String FILES = "src/test/resources/llmperf";

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @Test
    void equal_figures_are_counted_and_the_exit_code_is_0() {
        assertThat(terminal.run("import", FILES)).isZero();
        assertThat(terminal.out())
                .contains("example_7b")
                .contains("2 of 3 succeeded")
                .contains("71 compared:")
                .contains("0.6 requests were under way on average, not 2")
                .contains("All 3 runs: ")
                .doesNotContain("DIFFERS");
    }

    @Test
    void a_difference_is_shown_with_both_values_and_the_exit_code_is_1() throws IOException {
        String name = "example-7b_550_20";
        for (String file : new String[] {name + "_summary.json", name + "_individual_responses.json"}) {
            String text = Files.readString(Path.of(FILES, "2024", file));
            Files.writeString(
                    folder.resolve(file), text.replace("\"results_ttft_s_max\": 2.0", "\"results_ttft_s_max\": 1.0"));
        }

        assertThat(terminal.run("import", folder.toString())).isEqualTo(1);
        assertThat(terminal.out()).contains("DIFFERS   results_ttft_s_max: published 1.0, recomputed 2.0");
    }

    @Test
    void json_tells_the_same_to_programs() throws IOException {
        assertThat(terminal.run("import", FILES, "--json")).isZero();

        JsonNode runs = new ObjectMapper().readTree(terminal.out());
        assertThat(runs).hasSize(3);
        JsonNode example = runs.get(1);
        assertThat(example.get("name").asText()).isEqualTo("example_7b");
        assertThat(example.get("era").asText()).isEqualTo("llmperf_lines");
        assertThat(example.get("figures").asInt()).isEqualTo(71);
        assertThat(example.get("differences")).isEmpty();
        assertThat(example.get("facts").get("errorCodes").get("429").asInt()).isEqualTo(1);
        assertThat(example.get("recomputed").get("results_ttft_s_mean").asDouble())
                .isEqualTo(1.5);
    }

    @Test
    void a_folder_without_results_is_bad_usage() {
        terminal.badUsage("holds no LLMPerf results", "import", folder.toString());
        terminal.badUsage("is no folder", "import", folder.resolve("none").toString());
        terminal.badUsage("DIR", "import");
    }

    @Test
    void a_file_that_is_none_is_named_with_the_line() throws IOException {
        Files.writeString(folder.resolve("a_summary.json"), "{}");
        Files.writeString(folder.resolve("a_individual_responses.json"), "[{\"error_code\": \"quota\"}]");

        assertThat(terminal.run("import", folder.toString())).isEqualTo(1);
        assertThat(terminal.err()).contains("a_individual_responses.json cannot be read: line 1: ");
    }
}
