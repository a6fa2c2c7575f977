package org.llmperf.leaderboard.simulator;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    @Test
    void n_words_are_n_tokens_of_llama_2() {
        // long enough to have every word of the list
        String text = new Words(new SplittableRandom(1), Optional.empty()).next(5_000);
        assertThat(HuggingFaceTokenCounter.llama2().count(text)).isEqualTo(5_000);
    }

    @Test
    void only_the_first_word_has_no_space_before_it() {
        var words = new Words(new SplittableRandom(1), Optional.empty());
        assertThat(words.next(2)).matches("[a-z]+ [a-z]+");
        assertThat(words.next(2)).matches(" [a-z]+ [a-z]+");
    }
}
