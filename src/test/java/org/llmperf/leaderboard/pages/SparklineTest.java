package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Metric;

import static org.assertj.core.api.Assertions.assertThat;

class SparklineTest {
    private static final NumberStyle STYLE = NumberStyle.least(Metric.TTFT);

    @Test
    void one_value_makes_no_line() {
        assertThat(Sparkline.of(List.of(OptionalDouble.of(1), OptionalDouble.empty()), STYLE))
                .isEmpty();
    }

    @Test
    void the_line_starts_from_zero_and_fills_the_box() {
        Sparkline line = Sparkline.of(List.of(OptionalDouble.of(0), OptionalDouble.of(2)), STYLE)
                .orElseThrow();
        assertThat(line.lines()).containsExactly("3.0,21.0 97.0,3.0");
        assertThat(line.endX()).isEqualTo("97.0");
        assertThat(line.text()).isEqualTo("2 rounds, between 0.00 and 2.00\u00a0s, newest 2.00\u00a0s");
    }

    @Test
    void a_round_without_a_value_is_a_gap_and_not_a_line_across_it() {
        List<OptionalDouble> values =
                List.of(OptionalDouble.of(1), OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(1));
        assertThat(Sparkline.of(values, STYLE).orElseThrow().lines()).hasSize(2);
    }
}
