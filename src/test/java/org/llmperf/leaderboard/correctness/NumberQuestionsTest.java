package org.llmperf.leaderboard.correctness;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.Timeouts;

import static org.assertj.core.api.Assertions.assertThat;

class NumberQuestionsTest {
    private static final Duration LIMIT = Duration.ofSeconds(9);
    private static final Timeouts TIMEOUTS = new Timeouts(LIMIT, LIMIT, LIMIT, LIMIT, LIMIT);

    private static NumberQuestions draw(int requests, long seed) {
        var url = URI.create("https://api.example.org/v1");
        var provider = new Provider(
                "p", "P", url, Optional.empty(), "openai", Optional.of(url), Optional.empty(), Optional.empty());
        var offering = new Offering(provider, new Model("m"), "m", Map.of(), Optional.empty());
        return NumberQuestions.draw(offering, requests, 3, TIMEOUTS, seed);
    }

    /** {@code random.seed(7); [random.randint(0, 10000) for _ in range(8)]} */
    @Test
    void numbers_are_those_that_python_draws_after_the_seed() {
        assertThat(draw(8, 7).numbers()).containsExactly(5305, 2471, 6468, 791, 1186, 8779, 1542, 5991);
    }

    @Test
    void numbers_lie_between_0_and_10000() {
        assertThat(draw(50_000, 1).numbers())
                .contains(0, 10_000)
                .allSatisfy(number -> assertThat(number).isBetween(0, 10_000));
    }

    @Test
    void each_number_is_asked_for_once_in_its_own_words() {
        NumberQuestions questions = draw(4, 7);
        assertThat(questions.plan().prompts())
                .hasSize(4)
                .extracting(Prompt::text)
                .element(3)
                .isEqualTo("""
                        Convert the following sequence of words into a number: seven hundred and ninety-one.
                        Print the number first.""");
        assertThat(questions.plan().prompts())
                .extracting(Prompt::nominalInputTokens)
                .containsOnly(0);
        assertThat(questions.plan().scenario().requests()).isEqualTo(4);
        assertThat(questions.plan().scenario().load().mostUnderWay()).isEqualTo(3);
    }
}
