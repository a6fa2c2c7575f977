package org.llmperf.leaderboard.calibration;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.TimingError;
import org.llmperf.leaderboard.trace.NanoClock;

import static org.assertj.core.api.Assertions.assertThat;

class WakeUpsTest {
    private static final long MILLI = 1_000_000;

    @Test
    void each_wake_counts_by_its_lateness_and_the_next_is_due_at_its_place() {
        var wakes = new WakeUps(NanoClock.SYSTEM);

        assertThat(wakes.record(5 * MILLI, 6 * MILLI)).isEqualTo(10 * MILLI);
        assertThat(wakes.record(10 * MILLI, 12 * MILLI)).isEqualTo(15 * MILLI);

        assertThat(wakes.error()).hasValue(new TimingError(2, 0.0015, 0.00199, 0.002));
    }

    @Test
    void wakes_that_a_stall_swallowed_count_each() {
        var wakes = new WakeUps(NanoClock.SYSTEM);

        // due at 5, 10, 15 and 20 ms, all of them at 20 ms: 15, 10, 5 and 0 ms late
        assertThat(wakes.record(5 * MILLI, 20 * MILLI)).isEqualTo(25 * MILLI);

        TimingError error = wakes.error().orElseThrow();
        assertThat(error.n()).isEqualTo(4);
        assertThat(error.p50()).isEqualTo(0.0075);
        assertThat(error.max()).isEqualTo(0.015);
    }

    @Test
    void its_thread_wakes_by_itself_until_it_is_closed() {
        try (var wakes = new WakeUps(NanoClock.SYSTEM).start()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> wakes.error().map(TimingError::n).orElse(0) > 3);
        }
    }
}
