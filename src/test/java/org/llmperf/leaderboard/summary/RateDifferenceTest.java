package org.llmperf.leaderboard.summary;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RateDifferenceTest {

    /** The first three rows of Newcombe's table II, method 10. */
    @Test
    void it_is_the_interval_that_newcombe_published() {
        assertDifference(rate(56, 70), rate(48, 80), 0.2, 0.0524, 0.3339);
        assertDifference(rate(9, 10), rate(3, 10), 0.6, 0.1705, 0.8090);
        assertDifference(rate(5, 56), rate(0, 29), 0.0893, -0.0381, 0.1926);
    }

    @Test
    void one_failure_more_of_150_is_no_difference_that_can_be_told() {
        assertThat(RateDifference.of(rate(150, 150), rate(149, 150)).told()).isFalse();
        assertThat(RateDifference.of(rate(150, 150), rate(140, 150)).told()).isTrue();
    }

    private static void assertDifference(SuccessRate first, SuccessRate second, double value, double low, double high) {
        Difference difference = RateDifference.of(first, second);
        assertThat(difference.value()).isCloseTo(value, within(0.00005));
        assertThat(difference.interval().low()).isCloseTo(low, within(0.00005));
        assertThat(difference.interval().high()).isCloseTo(high, within(0.00005));
    }

    private static SuccessRate rate(int succeeded, int started) {
        return new SuccessRate(succeeded, started, (double) succeeded / started, WilsonInterval.of(succeeded, started));
    }
}
