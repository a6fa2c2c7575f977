package org.llmperf.leaderboard.summary;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class DistributionsTest {

    @Test
    void a_sample_in_any_order_has_figures_one_can_check_by_hand() {
        double[] values = {5, 1, 4, 2, 3};

        Distribution distribution = Distributions.of(values).orElseThrow();

        assertThat(distribution.n()).isEqualTo(5);
        assertThat(distribution.mean()).isEqualTo(3);
        assertThat(distribution.min()).isEqualTo(1);
        assertThat(distribution.max()).isEqualTo(5);
        // (4 + 1 + 0 + 1 + 4) / (5 - 1)
        assertThat(distribution.standardDeviation().orElseThrow()).isEqualTo(Math.sqrt(2.5), offset(1e-12));
        assertThat(distribution.quantile(Quantile.P50)).isEqualTo(3);
        assertThat(distribution.quantile(Quantile.P75)).isEqualTo(4);
        // Position 4 × 0.9 = 3.6 lies between 4 and 5.
        assertThat(distribution.quantile(Quantile.P90)).isEqualTo(4.6, offset(1e-12));
        assertThat(values).containsExactly(5, 1, 4, 2, 3);
    }

    @Test
    void every_quantile_is_there() {
        assertThat(Distributions.of(new double[] {1}).orElseThrow().quantiles()).containsOnlyKeys(Quantile.values());
    }

    @Test
    void no_values_have_no_distribution_and_one_value_no_deviation() {
        assertThat(Distributions.of(new double[0])).isEmpty();
        assertThat(Distributions.of(new double[] {2}).orElseThrow().standardDeviation())
                .isEmpty();
    }

    @Test
    void a_few_microseconds_of_spread_survive_a_large_offset() {
        double[] values = {1e6 + 1e-6, 1e6 + 2e-6, 1e6 + 3e-6};

        assertThat(Distributions.of(values).orElseThrow().standardDeviation().orElseThrow())
                .isEqualTo(1e-6, offset(1e-9));
    }

    @Test
    void only_independent_values_have_an_interval() {
        double[] ranks = IntStream.rangeClosed(1, 150).asDoubleStream().toArray();

        assertThat(Distributions.of(ranks).orElseThrow().median()).contains(new Interval(63, 88));
        assertThat(Distributions.withoutInterval(ranks).orElseThrow().median()).isEmpty();
        assertThat(Distributions.withoutInterval(new double[0])).isEmpty();
    }
}
