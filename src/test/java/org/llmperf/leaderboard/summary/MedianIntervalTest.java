package org.llmperf.leaderboard.summary;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MedianIntervalTest {

    @Test
    void of_150_values_it_runs_from_the_63rd_to_the_88th() {
        double[] ranks = IntStream.rangeClosed(1, 150).asDoubleStream().toArray();

        assertThat(MedianInterval.of(ranks)).contains(new Interval(63, 88));
    }

    @Test
    void of_a_hundred_values_it_runs_from_the_40th_to_the_61st() {
        assertThat(MedianInterval.rank(100)).hasValue(40);
    }

    @Test
    void six_values_are_the_first_to_have_one_their_whole_range() {
        // All six lie on one side of the median with probability 2 / 2^6 = 3.1 %, all five with 2 / 2^5 = 6.3 %.
        assertThat(MedianInterval.of(new double[] {1, 2, 3, 4, 5, 6})).contains(new Interval(1, 6));
        assertThat(MedianInterval.of(new double[] {1, 2, 3, 4, 5})).isEmpty();
        assertThat(MedianInterval.of(new double[0])).isEmpty();
    }

    @Test
    void large_samples_are_computed_without_underflow() {
        // By exact integer arithmetic; close to n/2 - 0.98 √n, which is 49,690.1.
        assertThat(MedianInterval.rank(100_000)).hasValue(49_690);
    }

    @Test
    void equal_values_have_an_interval_of_no_length() {
        var equal = new double[150];
        Arrays.fill(equal, 0.25);

        assertThat(MedianInterval.of(equal)).contains(new Interval(0.25, 0.25));
    }

    /** Waiting times with a long tail. By the binomial sum the interval of 150 values covers the median in 95.9 %. */
    @Test
    void it_covers_the_true_median_in_95_of_100_samples_or_more() {
        var random = new SplittableRandom(20_261_124);
        int samples = 4_000;
        int covered = 0;
        for (int sample = 0; sample < samples; sample++) {
            double[] sorted = sortedWaits(random, 150);
            Interval interval = MedianInterval.of(sorted).orElseThrow();
            if (interval.low() <= Math.log(2) && Math.log(2) <= interval.high()) {
                covered++;
            }
        }

        assertThat((double) covered / samples).isBetween(0.95, 0.97);
    }

    /** Two offerings that are truly equal: how often their intervals fail to overlap, and one gets the better rank. */
    @Test
    void equals_are_told_apart_in_less_than_one_of_a_hundred_comparisons() {
        var random = new SplittableRandom(20_261_124);
        int comparisons = 2_000;
        int apart = 0;
        for (int comparison = 0; comparison < comparisons; comparison++) {
            Interval one = MedianInterval.of(sortedWaits(random, 150)).orElseThrow();
            Interval other = MedianInterval.of(sortedWaits(random, 150)).orElseThrow();
            if (!one.overlaps(other)) {
                apart++;
            }
        }

        assertThat((double) apart / comparisons).isLessThan(0.01);
    }

    /** Exponential with mean 1, so the median is ln 2. */
    private static double[] sortedWaits(SplittableRandom random, int n) {
        return random.doubles(n).map(u -> -Math.log(1 - u)).sorted().toArray();
    }
}
