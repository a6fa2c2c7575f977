package org.llmperf.leaderboard.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BlockEstimateTest {

    @Test
    void the_scale_is_that_of_logarithms() {
        // logarithms to base 2: 0 to 6, symmetric about 3
        BlockEstimate estimate = BlockEstimate.of(List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0), 0)
                .orElseThrow();

        assertThat(estimate.value()).isCloseTo(8, within(1e-9));
        assertThat(estimate.interval().low() * estimate.interval().high()).isCloseTo(64, within(1e-9));
        assertThat(estimate.blocks()).isEqualTo(7);
    }

    @Test
    void missing_blocks_are_left_out_and_failed_ones_are_the_worst() {
        List<Double> medians = new ArrayList<>(Collections.nCopies(20, 1.0));
        medians.addAll(Collections.nCopies(8, null));
        medians.addAll(Collections.nCopies(2, POSITIVE_INFINITY));

        BlockEstimate estimate = BlockEstimate.of(medians, 0).orElseThrow();

        assertThat(estimate.blocks()).isEqualTo(22);
        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.interval()).isEqualTo(new Interval(1, 1));
        assertThat(BlockEstimate.of(medians.subList(15, 30), 0)
                        .orElseThrow()
                        .interval()
                        .high())
                .isEqualTo(POSITIVE_INFINITY);
        assertThat(BlockEstimate.of(medians.subList(15, 28), 0)).isEmpty();
    }

    @Test
    void differences_are_of_the_same_block() {
        var one = new BlockEstimate(Arrays.asList(1.0, null, 4.0), 1, new Interval(1, 1), 0);
        var other = new BlockEstimate(Arrays.asList(1.0, 2.0, 2.0), 1, new Interval(1, 1), 0);

        assertThat(BlockEstimate.differences(one, other)).containsExactly(0, Math.log(2));
    }

    @Test
    void what_hours_differ_by_is_told_apart_from_what_requests_do() {
        assertThat(between(0.25, 0)).isLessThan(0.06);
        assertThat(between(0.25, 0.1)).isCloseTo(0.1, within(0.03));
        assertThat(between(0.1, 0.3)).isCloseTo(0.3, within(0.05));
    }

    private static double between(double requests, double hours) {
        var random = new SplittableRandom(7);
        return BlockEstimate.betweenHours(IntStream.range(0, 600)
                .mapToObj(block -> {
                    double level = hours * random.nextGaussian();
                    return DoubleStream.generate(() -> Math.exp(level + requests * random.nextGaussian()))
                            .limit(5)
                            .toArray();
                })
                .toList());
    }

    @Test
    void failures_in_clumps_say_less_than_scattered_ones() {
        // 30 blocks of five; ten failures, each in a block of its own: nearly as if independent
        List<BlockCount> scattered = blocks(20, 5, 10, 4);
        // or two whole blocks: p = 14/15, residuals 2 (14/3)^2 + 28 (1/3)^2 = 46.67, times 30/29 over 150^2 = 0.002146;
        // independent 14/225/150 = 0.000415; so the effect is 5.17 and 150 requests count as 29
        List<BlockCount> clumped = blocks(28, 5, 2, 0);

        assertThat(ClusteredShare.designEffect(scattered)).isEqualTo(1);
        assertThat(ClusteredShare.designEffect(clumped)).isCloseTo(5.172, within(0.001));
        assertThat(ClusteredShare.of(clumped))
                .isEqualTo(WilsonInterval.of(
                        140 / ClusteredShare.designEffect(clumped), 150 / ClusteredShare.designEffect(clumped)));
        assertThat(ClusteredShare.of(blocks(30, 5, 3, 0))).isNotNull();
        assertThat(ClusteredShare.of(blocks(30, 5, 0, 0))).isEqualTo(WilsonInterval.of(150, 150));
    }

    private static List<BlockCount> blocks(int whole, int wholeSuccesses, int others, int successes) {
        List<BlockCount> blocks = new ArrayList<>(Collections.nCopies(whole, new BlockCount(5, wholeSuccesses)));
        blocks.addAll(Collections.nCopies(others, new BlockCount(5, successes)));
        return blocks;
    }
}
