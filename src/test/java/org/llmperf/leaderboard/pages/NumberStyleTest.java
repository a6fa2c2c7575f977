package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Interval;

import static org.assertj.core.api.Assertions.assertThat;

class NumberStyleTest {

    @Test
    void an_interval_of_hundredths_justifies_hundredths() {
        NumberStyle style = NumberStyle.of(Metric.TTFT, List.of(new Interval(0.20, 0.23)));
        assertThat(style.withUnit(0.2128)).isEqualTo("0.21\u00a0s");
        assertThat(style.text(new Interval(0.2, 0.23))).isEqualTo("0.20–0.23");
    }

    @Test
    void an_interval_of_milliseconds_justifies_milliseconds() {
        NumberStyle style = NumberStyle.of(Metric.TTFT, List.of(new Interval(0.2120, 0.2140)));
        assertThat(style.text(0.2128)).isEqualTo("0.213");
    }

    @Test
    void half_of_the_intervals_decide_for_the_whole_column() {
        var wide = new Interval(1, 2);
        var narrow = new Interval(1.001, 1.003);
        assertThat(NumberStyle.of(Metric.E2E, List.of(wide, wide, narrow)).decimals())
                .isEqualTo(2);
        assertThat(NumberStyle.of(Metric.E2E, List.of(wide, narrow, narrow)).decimals())
                .isEqualTo(3);
    }

    @Test
    void no_interval_is_narrow_enough_for_more_than_the_client_can_tell() {
        assertThat(NumberStyle.of(Metric.TTFT, List.of(new Interval(0.1, 0.1000001)))
                        .text(0.1))
                .isEqualTo("0.100");
    }

    @Test
    void times_per_token_are_told_in_milliseconds() {
        assertThat(NumberStyle.least(Metric.ITL).withUnit(0.01214)).isEqualTo("12.1\u00a0ms");
    }

    @Test
    void only_a_whole_share_is_written_100() {
        NumberStyle style = NumberStyle.least(Metric.SUCCESS_RATE);
        assertThat(style.withUnit(1)).isEqualTo("100\u00a0%");
        assertThat(style.withUnit(149 / 150.0)).isEqualTo("99.3\u00a0%");
        assertThat(style.text(new Interval(0.975, 1))).isEqualTo("97.5–100");
    }

    @Test
    void what_is_absent_is_a_dash_and_never_a_zero() {
        assertThat(NumberStyle.least(Metric.TTFT).text(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void an_interval_that_is_written_alike_at_both_ends_is_one_number() {
        assertThat(NumberStyle.least(Metric.TTFT).text(new Interval(0.2101, 0.2102)))
                .isEqualTo("0.21");
    }
}
