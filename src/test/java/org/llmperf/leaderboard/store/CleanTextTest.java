package org.llmperf.leaderboard.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CleanTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Söhne", "\uD83D\uDE00", "\uD83D\uDE00\uD83D\uDE00", "\t\n\u0001"})
    void good_text_is_the_very_same(String text) {
        assertThat(CleanText.of(text)).isSameAs(text);
    }

    @Test
    void nul_becomes_the_replacement_character() {
        assertThat(CleanText.of("a\0b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void half_a_pair_becomes_the_replacement_character_and_a_whole_one_stays() {
        assertThat(CleanText.of("\uD83D")).isEqualTo("\uFFFD");
        assertThat(CleanText.of("\uDE00")).isEqualTo("\uFFFD");
        assertThat(CleanText.of("\uD83D\uD83D\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00");
        assertThat(CleanText.of("\uD83D\uDE00\uDE00")).isEqualTo("\uD83D\uDE00\uFFFD");
    }
}
