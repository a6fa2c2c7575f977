package org.llmperf.leaderboard.summary;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SignedRankTest {

    @Test
    void the_estimate_is_the_median_of_the_means_of_all_pairs() {
        // 1, 2 and 6: themselves, and 1.5, 3.5, 4. In order 1, 1.5, 2, 3.5, 4, 6; the middle two are 2 and 3.5
        assertThat(SignedRank.estimate(new double[] {6, 1, 2})).isEqualTo(2.75);
        assertThat(SignedRank.estimate(new double[] {5})).isEqualTo(5);
        assertThatThrownBy(() -> SignedRank.estimate(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void six_values_are_the_fewest_with_an_interval_which_is_their_range() {
        // all six positive: one of 64 patterns of signs, so twice that is 3.1 %; of five 6.3 %
        double[] six = {3, 1, 2, 6, 5, 4};
        assertThat(SignedRank.interval(six, 0.05)).contains(new Interval(1, 6));
        assertThat(SignedRank.interval(new double[] {3, 1, 2, 5, 4}, 0.05)).isEmpty();
    }

    @Test
    void places_are_those_of_the_published_table() {
        // Hollander, Wolfe, Chicken, table A.4: P(T+ >= 47) = 0.024 for n = 10, so C = 56 - 47 = 9;
        // critical values of 30 and 20 at 2.5 % on either side are 137 and 52 (T- at most that)
        assertThat(SignedRank.place(10, 0.05)).isEqualTo(9);
        assertThat(SignedRank.place(30, 0.05)).isEqualTo(138);
        assertThat(SignedRank.place(20, 0.05)).isEqualTo(53);
        // the normal approximation: 3630 - 1.96 * sqrt(120 * 121 * 241 / 24) = 2881
        assertThat(SignedRank.place(120, 0.05)).isBetween(2_880, 2_883);
    }

    @Test
    void the_probability_counts_patterns_of_signs() {
        // three positive: 1 of 8 patterns has a rank sum of 6, and one of 0
        assertThat(SignedRank.probability(new double[] {1, 2, 3})).isEqualTo(2 / 8.0);
        // -1, 2, 3: the negative rank sum 1 or less has 2 patterns
        assertThat(SignedRank.probability(new double[] {-1, 2, 3})).isEqualTo(4 / 8.0);
        assertThat(SignedRank.probability(new double[] {-1, 1})).isEqualTo(1);
    }

    @Test
    void zeros_say_nothing_and_ties_share_a_rank() {
        assertThat(SignedRank.probability(new double[] {0, 1, 0, 2, 3})).isEqualTo(2 / 8.0);
        assertThat(SignedRank.probability(new double[] {0, 0})).isEqualTo(1);
        assertThat(SignedRank.probability(new double[0])).isEqualTo(1);
        // sizes 1, 1, 3 have ranks 1.5, 1.5, 3. Negative sum at most 1.5: none, the first or the second, 3 of 8
        // patterns
        assertThat(SignedRank.probability(new double[] {1, -1, 3})).isEqualTo(6 / 8.0);
    }

    @Test
    void infinite_values_take_part_by_their_order() {
        double[] values = {1, 2, 3, 4, 5, 6, POSITIVE_INFINITY};
        // of 28 means seven are infinite; the 14th and 15th of the finite ones in order are 4 and 4.5 or so
        assertThat(SignedRank.estimate(values)).isEqualTo(4);
        assertThat(SignedRank.interval(values, 0.05).orElseThrow().high()).isEqualTo(POSITIVE_INFINITY);
        assertThat(SignedRank.estimate(new double[] {1, POSITIVE_INFINITY, POSITIVE_INFINITY}))
                .isEqualTo(POSITIVE_INFINITY);
        assertThat(SignedRank.probability(new double[] {POSITIVE_INFINITY, 1, POSITIVE_INFINITY, Double.NaN}))
                .isEqualTo(2 / 8.0);
        assertThat(SignedRank.estimate(new double[] {NEGATIVE_INFINITY, POSITIVE_INFINITY}))
                .isZero();
    }

    @Test
    void intervals_hold_the_centre_in_95_percent_of_samples_and_tests_err_in_5() {
        var random = new SplittableRandom(1);
        int holds = 0;
        int errs = 0;
        for (int i = 0; i < 4_000; i++) {
            double[] sample = IntStream.range(0, 30)
                    .mapToDouble(j -> random.nextGaussian())
                    .toArray();
            Interval interval = SignedRank.interval(sample, 0.05).orElseThrow();
            holds += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
            errs += SignedRank.probability(sample) <= 0.05 ? 1 : 0;
        }
        assertThat(holds / 4_000.0).isCloseTo(0.95, within(0.01));
        assertThat(errs / 4_000.0).isCloseTo(0.05, within(0.01));
    }
}
