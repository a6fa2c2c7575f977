package org.llmperf.leaderboard.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableOutputTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(new PrintableOutput(terminal), true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "1B, \\u001B",
        "07, \\u0007",
        "0D, \\u000D",
        "7F, \\u007F",
        "9B, \\u009B",
        "202E, \\u202E",
        "2028, \\u2028",
        "FEFF, \\uFEFF",
        "E0041, \\uDB40\\uDC41"
    })
    void what_steers_a_terminal_is_written_as_its_number(String hex, String expected) {
        out.print("é" + Character.toString(Integer.parseInt(hex, 16)) + "]é");

        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo("é" + expected + "]é");
    }

    @Test
    void all_else_stays_byte_for_byte() {
        String text = "\ta – 10⁻¹² … 日本語 😀\n";
        out.print(text);

        assertThat(terminal.toByteArray()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytes_of_another_encoding_stay_but_for_its_control_characters() {
        byte[] latin1 = {'a', (byte) 0xE9, 'b', (byte) 0xC3, (byte) 0xE2, (byte) 0x82, '\n', (byte) 0xA0};
        out.write(latin1, 0, latin1.length);
        out.write(0x9B);

        assertThat(terminal.toString(StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(latin1, StandardCharsets.ISO_8859_1) + "\\u009B");
    }

    /** As a person starts it. */
    @Test
    void a_file_s_words_reach_no_terminal_raw(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("a_summary.json"), "{\"model\": \"\\u001b]0;x\\u0007\\u202e\", \"results_\\u001b\": 1}");
        Files.writeString(folder.resolve("a_individual_responses.json"), "[]");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "import",
                        folder.toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        program.waitFor();

        assertThat(said).contains("\\u001B]0;x\\u0007").doesNotContain("\u001b", "\u0007", "\u202e");
    }
}
