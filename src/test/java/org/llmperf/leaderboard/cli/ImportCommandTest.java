package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void a_name_of_several_lines_makes_no_row_of_its_own() throws IOException {
        Files.writeString(folder.resolve("a_summary.json"), "{\"model\": \"m\\nAll 5 runs: 5 equal\"}");
        Files.writeString(folder.resolve("a_individual_responses.json"), "[]");

        terminal.run("import", folder.toString());

        assertThat(terminal.out()).contains("model     m All 5 runs: 5 equal").doesNotContain("\nAll 5 runs");
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
    void a_folder_without_results_is_bad_usage() throws IOException {
        terminal.badUsage("holds no LLMPerf results", "import", folder.toString());
        Files.writeString(folder.resolve("lone_summary.json"), "{}");
        terminal.badUsage("lone_summary.json is passed over: the file that belongs", "import", folder.toString());
        terminal.badUsage("is no folder", "import", folder.resolve("none").toString());
        terminal.badUsage("DIR", "import");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | [{\"ttft_s\": \"fast\"}] | a_individual_responses.json cannot be read: line 1:"
                        + " response 1, ttft_s has a value of another kind than LLMPerf writes",
                "{} | [null] | a_individual_responses.json cannot be read: response 1 is null",
                "{} | {} | a_individual_responses.json cannot be read: line 1: not a list of objects",
                "{} | [{\"ttft_s\": | a_individual_responses.json cannot be read: line 1: Unexpected end-of-input",
                "{} | [] [] | a_individual_responses.json cannot be read: line 1: ",
                "{} | null | a_individual_responses.json cannot be read: null, not a list of objects",
                "[] | [] | a_summary.json cannot be read: line 1: not an object",
                "`` | [] | a_summary.json cannot be read: line 1: not an object"
            })
    void a_file_that_is_none_is_named_with_what_is_wrong(String summary, String individual, String problem)
            throws IOException {
        Files.writeString(folder.resolve("a_summary.json"), summary);
        Files.writeString(folder.resolve("a_individual_responses.json"), individual);

        assertThat(terminal.run("import", folder.toString())).isEqualTo(1);
        assertThat(terminal.err()).contains(problem).doesNotContain("java").hasLineCount(1);
    }

    @Test
    void bytes_that_are_no_text_are_told_as_such() throws IOException {
        Files.write(folder.resolve("a_summary.json"), new byte[] {'{', (byte) 0xFF, '}'});
        Files.writeString(folder.resolve("a_individual_responses.json"), "[]");

        assertThat(terminal.run("import", folder.toString())).isEqualTo(1);
        assertThat(terminal.err()).contains("a_summary.json cannot be read: it is not UTF-8");
    }

    @Test
    void broken_and_lone_files_are_told_and_the_others_compared() throws IOException {
        for (String year : new String[] {"2023/summary", "2023/individual"}) {
            Path copy = Files.createDirectories(folder.resolve(year));
            Files.copy(Path.of(FILES, year, "example_7b.json"), copy.resolve("example_7b.json"));
            Files.writeString(copy.resolve("broken_7b.json"), "{");
        }
        Files.writeString(folder.resolve("lone_summary.json"), "{}");
        Files.writeString(folder.resolve("2023/individual/lone.json"), "[]");
        Files.writeString(folder.resolve("other_correctness_summary.json"), "{}");

        assertThat(terminal.run("import", folder.toString())).isEqualTo(1);
        assertThat(terminal.out())
                .contains("example_7b")
                .contains("71 compared")
                .doesNotContain("broken_7b");
        assertThat(terminal.err())
                .contains("broken_7b.json cannot be read: ")
                .contains("lone.json is passed over: the file that belongs to it is missing")
                .contains("lone_summary.json is passed over")
                .hasLineCount(3);
    }
}
