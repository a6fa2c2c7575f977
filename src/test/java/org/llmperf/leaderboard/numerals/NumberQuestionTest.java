package org.llmperf.leaderboard.numerals;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberQuestionTest {
    @Test
    void it_is_llmperf_s_to_the_letter() {
        assertThat(NumberQuestion.of(2_040)).isEqualTo("""
                        Convert the following sequence of words into a number: two thousand and forty.
                        Print the number first.""");
    }

    @Test
    void a_question_is_read_again_and_nothing_else() {
        assertThat(NumberQuestion.read(NumberQuestion.of(2_040))).hasValue(2_040);
        assertThat(NumberQuestion.read(
                        "Convert the following sequence of words into a number: many.\nPrint the number first."))
                .isEmpty();
        assertThat(NumberQuestion.read("two thousand and forty")).isEmpty();
        assertThat(NumberQuestion.read(NumberQuestion.of(1) + " Please.")).isEmpty();
    }
}
