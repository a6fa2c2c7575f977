package org.llmperf.leaderboard.scenario;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical;
import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical.Weighted;
import org.llmperf.leaderboard.scenario.LengthDistribution.Fixed;
import org.llmperf.leaderboard.scenario.LengthDistribution.Lognormal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Normal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Uniform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The lengths are those that CPython draws with {@code random.Random(11)}. */
class LengthDrawTest {
    private static final Empirical COUNTED =
            new Empirical(List.of(new Weighted(100, 5), new Weighted(500, 3), new Weighted(2000, 2)));

    @Test
    void uniform_is_randint() {
        assertThat(drawn(new Uniform(100, 899), 6)).containsExactly(563, 673, 899, 576, 562, 620);
        assertThat(drawn(new Uniform(7, 7), 2)).containsExactly(7, 7);
    }

    @Test
    void empirical_is_choices() {
        assertThat(drawn(COUNTED, 10)).containsExactly(100, 500, 2000, 100, 500, 500, 100, 500, 500, 500);
    }

    @Test
    void lognormal_is_the_exponential_of_gauss() {
        assertThat(drawn(new Lognormal(400, 300), 6)).containsExactly(141, 411, 622, 227, 131, 306);
    }

    @Test
    void lognormal_lengths_have_the_mean_and_deviation_asked_for() {
        List<Integer> lengths = drawn(new Lognormal(400, 300), 100_000);

        double mean = lengths.stream().mapToInt(Integer::intValue).average().orElseThrow();
        double squares = lengths.stream()
                .mapToDouble(length -> (length - mean) * (length - mean))
                .sum();
        // cut to whole tokens, so half a token less on average
        assertThat(mean).isCloseTo(399.5, within(4.0));
        assertThat(Math.sqrt(squares / lengths.size())).isCloseTo(300, within(10.0));
    }

    @Test
    void fixed_draws_no_random_number_and_the_normal_one_of_llmperf_does() {
        assertThat(afterOne(new Fixed(550))).isEqualTo(new PythonRandom(11).random());
        assertThat(afterOne(new Normal(550, 0))).isNotEqualTo(new PythonRandom(11).random());
    }

    @Test
    void means_and_deviations_are_those_of_the_textbook() {
        assertThat(new Uniform(1, 6))
                .extracting(Uniform::mean, Uniform::standardDeviation)
                .containsExactly(4, 2);
        assertThat(new Fixed(9))
                .extracting(Fixed::mean, Fixed::standardDeviation)
                .containsExactly(9, 0);
        // (5 x 100 + 3 x 500 + 2 x 2000) / 10 = 600; squares (5 x 250000 + 3 x 10000 + 2 x 1960000) / 10 = 520000
        assertThat(COUNTED)
                .extracting(Empirical::mean, Empirical::standardDeviation)
                .containsExactly(600, 721);
    }

    private static List<Integer> drawn(LengthDistribution lengths, int count) {
        var random = new PythonRandom(11);
        return IntStream.range(0, count)
                .mapToObj(i -> LengthDraw.from(lengths, random))
                .toList();
    }

    private static double afterOne(LengthDistribution lengths) {
        var random = new PythonRandom(11);
        LengthDraw.from(lengths, random);
        return random.random();
    }
}
