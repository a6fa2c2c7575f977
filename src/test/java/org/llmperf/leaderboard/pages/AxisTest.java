package org.llmperf.leaderboard.pages;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.summary.Interval;

import static org.assertj.core.api.Assertions.assertThat;

class AxisTest {

    @Test
    void the_scale_ends_at_a_round_number() {
        assertThat(Axis.fromZero(List.of(0.21, 0.53))).isEqualTo(new Axis(0, 0.6000000000000001));
        assertThat(Axis.fromZero(List.of(185.0))).isEqualTo(new Axis(0, 200));
        assertThat(Axis.fromZero(List.of(100.0))).isEqualTo(new Axis(0, 100));
    }

    @Test
    void nothing_to_draw_still_has_a_scale() {
        assertThat(Axis.fromZero(List.of())).isEqualTo(new Axis(0, 1));
        assertThat(Axis.fromZero(List.of(0.0))).isEqualTo(new Axis(0, 1));
    }

    @Test
    void shares_near_one_are_told_apart() {
        assertThat(Axis.shareNearOne(List.of(0.975, 1.0))).isEqualTo(new Axis(0.9, 1));
        assertThat(Axis.shareNearOne(List.of(0.83, 1.0))).isEqualTo(new Axis(0.8, 1));
    }

    @Test
    void positions_never_leave_the_drawing() {
        var axis = new Axis(0, 2);
        assertThat(axis.at(0.5)).isEqualTo("25.0%");
        assertThat(axis.at(3)).isEqualTo("100.0%");
        assertThat(IntervalBar.on(axis, 1, new Interval(0.5, 1.5)))
                .isEqualTo(new IntervalBar("25.0%", "50.0%", "75.0%", "50.0%"));
    }

    @Test
    void marks_have_round_distances() {
        assertThat(new Axis(0, 107).step(6)).isEqualTo(20);
        assertThat(new Axis(0, 60).step(6)).isEqualTo(10);
    }
}
