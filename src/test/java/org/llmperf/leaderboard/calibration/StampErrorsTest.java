package org.llmperf.leaderboard.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.measurement.TimingError;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

import static org.assertj.core.api.Assertions.assertThat;

class StampErrorsTest {
    private static final long MILLI = 1_000_000;

    /**
     * Started at 0, connecting from 1 to 3 ms, written at 5 ms, read by the provider at 8 ms, first content written by it at
     * 48 ms, 4 ms after it was due, and stamped by the client at 49 ms.
     */
    private static final Calibration FOUND = StampErrors.calibration(
            1,
            List.of(trace(
                    Outcome.SUCCESS,
                    Map.of(
                            Moment.STARTED, 0L,
                            Moment.RESOLVED, 1 * MILLI,
                            Moment.CONNECTED, 3 * MILLI,
                            Moment.SENT, 5 * MILLI,
                            Moment.FIRST_CONTENT, 49 * MILLI),
                    new EventStamps(MILLI, 4 * MILLI, 40 * MILLI))));

    private static RequestTrace trace(Outcome outcome, Map<Moment, Long> instants, EventStamps stamps) {
        return new RequestTrace(
                0,
                Instant.EPOCH,
                outcome,
                Optional.empty(),
                new Timeline(instants),
                List.of(),
                Response.NONE,
                TokenUsage.NONE,
                Optional.empty(),
                stamps.line());
    }

    private static TimingError exactly(double seconds) {
        return new TimingError(1, seconds, seconds, seconds);
    }

    @Test
    void the_clients_part_of_the_first_token_is_its_way_to_the_wire_and_from_it() {
        assertThat(FOUND.ttft()).hasValue(exactly(0.004));
        assertThat(FOUND.events()).hasValue(exactly(0.001));
    }

    @Test
    void connecting_is_told_apart() {
        assertThat(FOUND.connecting()).hasValue(exactly(0.002));
    }

    @Test
    void what_the_provider_does_late_is_told_apart() {
        assertThat(FOUND.providerPickUp()).hasValue(exactly(0.003));
        assertThat(FOUND.providerLateness()).hasValue(exactly(0.004));
    }

    @Test
    void a_failed_request_is_counted_and_compared_with_nothing() {
        Calibration calibration = StampErrors.calibration(
                1, List.of(trace(Outcome.TRUNCATED, Map.of(Moment.STARTED, 0L), new EventStamps(1, 1, 1))));

        assertThat(calibration.requests()).isEqualTo(1);
        assertThat(calibration.succeeded()).isZero();
        assertThat(calibration.ttft()).isEmpty();
    }
}
