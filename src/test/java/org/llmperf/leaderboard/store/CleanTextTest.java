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
    void marks_that_turn_the_direction_of_writing_are_removed_and_right_to_left_writing_stays() {
        assertThat(CleanText.of("a\u202Eb\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u2066\u2067\u2068\u2069c"))
                .isEqualTo("abc");
        assertThat(CleanText.of("שלום 123")).isEqualTo("שלום 123");
        assertThat(CleanText.storable("a\u202Eb"))
                .as("an answer as it was sent")
                .isEqualTo("a\u202Eb");
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
