package org.llmperf.leaderboard.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SonnetsTest {
    private final List<String> lines = Sonnets.lines();

    @Test
    void there_are_six_sonnets_of_fourteen_lines() {
        assertThat(lines).hasSize(6 * 14).doesNotHaveDuplicates();
        assertThat(lines.get(0)).isEqualTo("Shall I compare thee to a summer's day?\n");
    }

    @Test
    void every_line_but_the_last_ends_in_a_newline() {
        assertThat(lines.subList(0, 83)).allMatch(line -> line.indexOf('\n') == line.length() - 1);
        assertThat(lines.get(83)).isEqualTo("To subjects worse have given admiring praise.");
    }

    @Test
    void the_text_is_that_of_llmperf_to_the_byte() throws Exception {
        byte[] bytes = String.join("", lines).getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSize(3_641);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo("a4fef83b31e3769bc1c8e9b795a5e442929ea101c54d4e00c93516179f9ad2e0");
    }
}
