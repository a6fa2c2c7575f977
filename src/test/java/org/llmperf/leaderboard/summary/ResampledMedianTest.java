package org.llmperf.leaderboard.summary;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResampledMedianTest {

    @Test
    void samples_of_one_value_each_differ_by_exactly_the_difference() {
        Difference difference = difference(equal(3), equal(1));

        assertThat(difference).isEqualTo(new Difference(2, new Interval(2, 2)));
        assertThat(difference.told()).isTrue();
    }

    @Test
    void equal_samples_cannot_be_told_apart() {
        Difference difference = difference(equal(3), equal(3));

        assertThat(difference).isEqualTo(new Difference(0, new Interval(0, 0)));
        assertThat(difference.told()).isFalse();
    }

    /** 1 to 99 has the median 50. Whatever is drawn, all of it is 1,000 larger in the second sample, seed for seed. */
    @Test
    void what_is_added_to_every_value_is_added_to_the_difference_and_both_ends() {
        double[] numbers = DoubleStream.iterate(1, n -> n + 1).limit(99).toArray();
        double[] larger = Arrays.stream(numbers).map(n -> n + 1_000).toArray();

        Difference same = difference(numbers, numbers);
        Difference shifted = difference(larger, numbers);

        assertThat(same.value()).isZero();
        assertThat(shifted.value()).isEqualTo(1_000);
        assertThat(shifted.interval().low()).isEqualTo(1_000 + same.interval().low());
        assertThat(shifted.interval().high()).isEqualTo(1_000 + same.interval().high());
        assertThat(same.told()).isFalse();
        assertThat(shifted.told()).isTrue();
    }

    /**
     * A resample's median of 1 to 99 lies 5 around 50 (half the square root of 99, standard deviation), the difference of two
     * 7 around 0, so 95 % of the differences lie within 1.96 times 7, which is 14.
     */
    @Test
    void the_interval_is_as_wide_as_the_theory_of_large_samples_says() {
        double[] numbers = DoubleStream.iterate(1, n -> n + 1).limit(99).toArray();

        Interval interval = difference(numbers, numbers).interval();

        assertThat(interval.low()).isBetween(-16.0, -12.0);
        assertThat(interval.high()).isBetween(12.0, 16.0);
    }

    @Test
    void the_other_way_round_it_is_the_same_with_the_other_sign() {
        ResampledMedian one =
                ResampledMedian.of(waits(new SplittableRandom(1), 150), 1).orElseThrow();
        ResampledMedian other =
                ResampledMedian.of(waits(new SplittableRandom(2), 150), 2).orElseThrow();

        Difference there = one.minus(other);
        Difference back = other.minus(one);

        assertThat(back.value()).isEqualTo(-there.value());
        assertThat(back.interval().low()).isCloseTo(-there.interval().high(), within());
        assertThat(back.interval().high()).isCloseTo(-there.interval().low(), within());
    }

    /** The median of 20 values lies between two of them, that of 21 on one. */
    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        double[] even = DoubleStream.iterate(1, n -> n + 1).limit(20).toArray();
        double[] odd = DoubleStream.iterate(1, n -> n + 1).limit(21).toArray();

        assertThat(difference(even, equal(0)).value()).isEqualTo(10.5);
        assertThat(difference(odd, equal(0)).value()).isEqualTo(11);
    }

    @Test
    void too_few_values_have_none() {
        assertThat(ResampledMedian.of(new double[19], 1)).isEmpty();
        assertThat(ResampledMedian.of(new double[20], 1)).isPresent();
    }

    /** Waiting times with a long tail, the second twice the first: their medians are ln 2 and 2 ln 2, which differ by ln 2. */
    @Test
    void it_covers_the_true_difference_in_about_95_of_100_pairs_of_samples() {
        var random = new SplittableRandom(20_261_124);
        int pairs = 400;
        int covered = 0;
        for (int pair = 0; pair < pairs; pair++) {
            double[] slow =
                    Arrays.stream(waits(random, 150)).map(wait -> 2 * wait).toArray();
            Interval interval = ResampledMedian.of(slow, 2L * pair)
                    .orElseThrow()
                    .minus(ResampledMedian.of(waits(random, 150), 2L * pair + 1).orElseThrow())
                    .interval();
            if (interval.low() <= Math.log(2) && Math.log(2) <= interval.high()) {
                covered++;
            }
        }

        assertThat((double) covered / pairs).isBetween(0.925, 0.975);
    }

    private static Difference difference(double[] one, double[] other) {
        return ResampledMedian.of(one, 1)
                .orElseThrow()
                .minus(ResampledMedian.of(other, 2).orElseThrow());
    }

    private static double[] equal(double value) {
        var values = new double[30];
        Arrays.fill(values, value);
        return values;
    }

    /** Exponential with mean 1. */
    private static double[] waits(SplittableRandom random, int n) {
        return random.doubles(n).map(u -> -Math.log(1 - u)).toArray();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
