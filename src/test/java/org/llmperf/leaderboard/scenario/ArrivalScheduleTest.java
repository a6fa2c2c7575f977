package org.llmperf.leaderboard.scenario;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ArrivalScheduleTest {
    private static final OpenLoop TEN_A_SECOND = new OpenLoop(10, Arrival.CONSTANT, 100);
    private static final OpenLoop POISSON = new OpenLoop(2, Arrival.POISSON, 100);

    @Test
    void ten_a_second_are_due_every_100_ms() {
        assertThat(ArrivalSchedule.nanos(TEN_A_SECOND, 1, 4)).containsExactly(0, 100_000_000, 200_000_000, 300_000_000);
    }

    @Test
    void no_rounding_gathers_over_a_long_run() {
        long[] thirds = ArrivalSchedule.nanos(new OpenLoop(3, Arrival.CONSTANT, 1), 1, 300_001);

        assertThat(thirds[1]).isEqualTo(333_333_333);
        assertThat(thirds[300_000]).isEqualTo(100_000_000_000_000L);
    }

    /** {@code r = random.Random(7)}, and each time {@code t += r.expovariate(2)}. */
    @Test
    void poisson_arrivals_are_those_that_cpython_draws() {
        assertThat(ArrivalSchedule.nanos(POISSON, 7, 5))
                .containsExactly(0, 195_657_422, 277_416_651, 803_664_460, 841_261_356);
    }

    @Test
    void poisson_arrivals_come_at_the_rate_on_average_and_never_go_back() {
        long[] instants = ArrivalSchedule.nanos(POISSON, 1, 20_000);

        assertThat(instants).isSorted();
        // 20,000 intervals of half a second; their sum has a standard deviation of 0.7 %
        assertThat(instants[19_999] / 1e9).isCloseTo(10_000, within(300.0));
    }

    @Test
    void as_many_are_due_within_a_duration_as_begin_before_its_end() {
        assertThat(ArrivalSchedule.within(TEN_A_SECOND, 1, Duration.ofSeconds(1), 1000))
                .isEqualTo(10);
        assertThat(ArrivalSchedule.within(TEN_A_SECOND, 1, Duration.ofMillis(1001), 1000))
                .isEqualTo(11);
        assertThat(ArrivalSchedule.within(TEN_A_SECOND, 1, Duration.ofSeconds(1), 4))
                .isEqualTo(4);

        int poisson = ArrivalSchedule.within(POISSON, 5, Duration.ofSeconds(10), 1000);
        assertThat(poisson).isEqualTo(16);
        assertThat(Arrays.stream(ArrivalSchedule.nanos(POISSON, 5, 100)).filter(at -> at < 10_000_000_000L))
                .hasSize(poisson);
    }
}
