package org.llmperf.leaderboard.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Expected values are what CPython 3.11 prints for {@code random.Random(seed)}. */
class PythonRandomTest {

    @Test
    void random_is_that_of_cpython() {
        assertThat(uniform(0)).containsExactly(0.8444218515250481, 0.7579544029403025, 0.420571580830845);
        assertThat(uniform(11111)).containsExactly(0.9479227239554819, 0.026355604507073638, 0.3605189895382517);
    }

    @Test
    void a_negative_seed_is_its_magnitude() {
        assertThat(uniform(-11111)).isEqualTo(uniform(11111));
    }

    @Test
    void a_seed_of_more_than_32_bits_is_two_words() {
        assertThat(uniform(1L << 32)).containsExactly(0.11299430095636409, 0.41782886486292836, 0.0166763664992291);
        assertThat(uniform((1L << 40) + 7)).containsExactly(0.6137037779936511, 0.8149162973309487, 0.9450115087592873);
        assertThat(uniform(Long.MAX_VALUE)).containsExactly(0.3166448820870279, 0.631259308253863, 0.8035542479972343);
        assertThat(uniform(Long.MIN_VALUE))
                .containsExactly(0.5534639983914199, 0.9406144709090462, 0.24199432111690833);
    }

    @Test
    void gauss_gives_both_numbers_of_a_pair_and_then_draws_anew() {
        var random = new PythonRandom(11111);
        assertThat(random.gauss(550, 150)).isEqualTo(582.8291582114338, within(1e-9));
        assertThat(random.gauss(550, 150)).isEqualTo(538.8573958321856, within(1e-9));
        assertThat(random.gauss(550, 150)).isEqualTo(452.8573988079604, within(1e-9));
    }

    @Test
    void without_deviation_gauss_is_the_mean_itself() {
        assertThat(new PythonRandom(1).gauss(150, 0)).isEqualTo(150);
    }

    @Test
    void shuffle_is_that_of_cpython() {
        assertThat(shuffled(11111)).containsExactly(1, 4, 6, 8, 3, 7, 2, 9, 0, 5);
        assertThat(shuffled((1L << 40) + 7)).containsExactly(0, 5, 2, 3, 6, 1, 8, 4, 7, 9);
    }

    private static List<Double> uniform(long seed) {
        var random = new PythonRandom(seed);
        return List.of(random.random(), random.random(), random.random());
    }

    private static List<Integer> shuffled(long seed) {
        List<Integer> digits = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
        new PythonRandom(seed).shuffle(digits);
        return digits;
    }
}
