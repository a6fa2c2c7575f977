package org.llmperf.leaderboard.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.EngineLoad;
import org.llmperf.leaderboard.measurement.TimingError;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class EngineWatchTest {
    /** Each pause is told in whole milliseconds, the total by another counter. */
    private static final double ROUNDING = 0.002;

    private static RequestTrace started(long intended, long started) {
        return new RequestTrace(
                0,
                Instant.EPOCH,
                Outcome.CONNECT,
                Optional.of("refused"),
                new Timeline(Map.of(Moment.INTENDED, intended, Moment.STARTED, started)),
                List.of(),
                Response.NONE,
                TokenUsage.NONE,
                Optional.empty(),
                "");
    }

    @Test
    void the_lag_is_from_the_intended_to_the_real_start() {
        try (var watch = new EngineWatch(NanoClock.SYSTEM)) {
            EngineLoad load = watch.load(List.of(started(0, 1_000_000), started(5_000_000, 8_000_000)));

            assertThat(load.scheduleLag()).hasValue(new TimingError(2, 0.002, 0.00298, 0.003));
        }
    }

    @Test
    void time_is_by_the_clock_and_the_processor_share_a_share() {
        var time = new AtomicLong();
        try (var watch = new EngineWatch(time::get)) {
            time.set(2_500_000_000L);
            EngineLoad load = watch.load(List.of());

            assertThat(load.wallSeconds()).isEqualTo(2.5);
            assertThat(load.cpuShare()).isBetween(0.0, 1.0);
            assertThat(load.scheduleLag()).isEmpty();
        }
    }

    @Test
    void collections_from_the_beginning_on_are_counted() {
        try (var watch = new EngineWatch(NanoClock.SYSTEM)) {
            int before = watch.load(List.of()).gcPauses().count();
            System.gc();
            EngineLoad load = watch.load(List.of());

            assertThat(load.gcPauses().count()).isGreaterThan(before);
            assertThat(load.gcPauses().longest())
                    .isLessThanOrEqualTo(load.gcPauses().total() + ROUNDING);
        }
    }
}
