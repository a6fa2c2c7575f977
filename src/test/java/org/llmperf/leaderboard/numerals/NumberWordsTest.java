package org.llmperf.leaderboard.numerals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NumberWordsTest {
    /** Of num2words 0.5.14 for 0 to 10,000, joined by line feeds. */
    private static final String NUM2WORDS = "9fdadcae6ddf06a68e4c312139db13fa31a39631d96f91a072bf9b77494e0b4a";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | zero",
                "15 | fifteen",
                "40 | forty",
                "99 | ninety-nine",
                "100 | one hundred",
                "110 | one hundred and ten",
                "1001 | one thousand and one",
                "1100 | one thousand, one hundred",
                "1234 | one thousand, two hundred and thirty-four",
                "10000 | ten thousand",
                "999999 | nine hundred and ninety-nine thousand, nine hundred and ninety-nine"
            })
    void spells_as_num2words_does(int number, String words) {
        assertThat(NumberWords.of(number)).isEqualTo(words);
    }

    @Test
    void every_number_that_is_asked_for_is_spelt_as_num2words_does_and_read_again() throws Exception {
        String all = IntStream.rangeClosed(0, 10_000)
                .mapToObj(NumberWords::of)
                .peek(words -> assertThat(NumberWords.read(words)).as(words).isPresent())
                .collect(Collectors.joining("\n"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(NUM2WORDS);
        assertThat(NumberWords.read("one thousand, two hundred and thirty-four"))
                .hasValue(1234);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "dozen", "one thousand two", "two three", "twenty-eleven", "one hundred ", "minus one"})
    void other_words_are_no_number(String words) {
        assertThat(NumberWords.read(words)).isEmpty();
    }

    @Test
    void what_the_rules_do_not_spell_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberWords.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberWords.of(1_000_000));
    }
}
