package org.llmperf.leaderboard.summary;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class QuantilesTest {
    private static final double[] ZERO_TO_HUNDRED = new double[101];

    static {
        for (int i = 0; i <= 100; i++) {
            ZERO_TO_HUNDRED[i] = i;
        }
    }

    @Test
    void of_nought_to_a_hundred_every_percentile_is_its_own_number() {
        for (Quantile quantile : Quantile.values()) {
            assertThat(Quantiles.of(ZERO_TO_HUNDRED, quantile.share()))
                    .as(quantile.id())
                    .isCloseTo(100 * quantile.share(), within(1e-9));
        }
    }

    @Test
    void between_two_values_it_is_a_straight_line() {
        double[] sorted = {10, 20, 40};

        assertThat(Quantiles.of(sorted, 0.25)).isEqualTo(15);
        assertThat(Quantiles.of(sorted, 0.5)).isEqualTo(20);
        assertThat(Quantiles.of(sorted, 0.75)).isEqualTo(30);
    }

    @Test
    void the_ends_are_the_smallest_and_the_largest() {
        double[] sorted = {3, 5, 9};

        assertThat(Quantiles.of(sorted, 0)).isEqualTo(3);
        assertThat(Quantiles.of(sorted, 1)).isEqualTo(9);
    }

    @Test
    void a_single_value_is_every_quantile() {
        assertThat(Quantiles.of(new double[] {7}, 0.99)).isEqualTo(7);
    }

    @Test
    void nothing_has_no_quantile_and_there_is_none_outside_nought_to_one() {
        assertThatThrownBy(() -> Quantiles.of(new double[0], 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(new double[] {1}, 1.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(new double[] {1}, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
