package org.llmperf.leaderboard.summary;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class WilsonIntervalTest {

    @Test
    void a_hundred_and_fifty_of_as_many_is_97_5_to_100_percent() {
        Interval all = WilsonInterval.of(150, 150);

        assertThat(all.low()).isCloseTo(0.975, within(0.0005));
        assertThat(all.high()).isEqualTo(1);
    }

    @Test
    void one_failure_of_150_is_a_tie_with_none() {
        Interval one = WilsonInterval.of(149, 150);

        assertThat(one.low()).isCloseTo(0.963, within(0.0005));
        assertThat(one.high()).isCloseTo(0.999, within(0.0005));
        assertThat(one.overlaps(WilsonInterval.of(150, 150))).isTrue();
    }

    @Test
    void no_success_begins_at_nothing_and_mirrors_all_successes() {
        Interval none = WilsonInterval.of(0, 150);

        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(1 - WilsonInterval.of(150, 150).low(), within(1e-12));
    }

    @Test
    void of_all_it_reaches_as_far_as_n_over_n_plus_z_squared() {
        // With share 1 the formula shrinks to n / (n + z²); z² = 3.8415.
        assertThat(WilsonInterval.of(10, 10).low()).isCloseTo(10 / 13.8415, within(1e-5));
    }

    @Test
    void no_requests_are_no_share() {
        assertThatThrownBy(() -> WilsonInterval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    /** For 150 requests at 90 % the exact coverage is about 95 %; whole numbers let it swing by a percent or two. */
    @Test
    void it_covers_the_true_rate_in_about_95_of_100_runs() {
        var random = new SplittableRandom(20_261_124);
        int runs = 4_000;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            int succeeded = (int) random.doubles(150).filter(u -> u < 0.9).count();
            Interval interval = WilsonInterval.of(succeeded, 150);
            if (interval.low() <= 0.9 && 0.9 <= interval.high()) {
                covered++;
            }
        }

        assertThat((double) covered / runs).isBetween(0.93, 0.97);
    }
}
