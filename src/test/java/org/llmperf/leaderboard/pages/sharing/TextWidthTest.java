package org.llmperf.leaderboard.pages.sharing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextWidthTest {

    @Test
    void letters_are_as_wide_as_they_look() {
        assertThat(TextWidth.of("iii", 100)).isEqualTo(108);
        assertThat(TextWidth.of("MMM", 100)).isEqualTo(285);
        assertThat(TextWidth.of("日本", 100)).isEqualTo(200);
        assertThat(TextWidth.of("", 100)).isZero();
    }
}
