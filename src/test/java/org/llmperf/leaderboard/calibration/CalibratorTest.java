package org.llmperf.leaderboard.calibration;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.client.testsupport.FaultServer;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.measurement.TimingError;
import org.llmperf.leaderboard.trace.NanoClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CalibratorTest {
    private static final CalibrationLoad SMALL =
            new CalibrationLoad(2, 6, 4, Duration.ofMillis(1), Duration.ofNanos(100_000));
    private static final CalibrationLoad SINGLE =
            new CalibrationLoad(1, 1, 2, Duration.ofMillis(1), Duration.ofMillis(1));
    private static final long MILLI = 1_000_000;

    /** Moved by the server alone, so that everything is exact. */
    private final AtomicLong time = new AtomicLong();

    private static Calibration calibrate(NanoClock clock, CalibrationLoad load) {
        return new Calibrator(clock, Clock.systemUTC()).calibrate(load);
    }

    /** Two events, both read at 100 ms. The request was read at 0. */
    private Calibration againstEventsWritten(long sentMillis, long dueMillis) throws Exception {
        time.set(0);
        String events = event(sentMillis, dueMillis) + event(sentMillis, dueMillis)
                + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\ndata: [DONE]\n\n";
        try (FaultServer server = FaultServer.plain(visitor -> {
            visitor.beginStream();
            time.set(100 * MILLI);
            visitor.chunk(events);
        })) {
            return new Calibrator(time::get, Clock.systemUTC()).calibrate(SINGLE, server.uri(), RunListener.NONE);
        }
    }

    private static String event(long sentMillis, long dueMillis) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"word\"}}],\"sim\":{\"received_ns\":0,\"due_ns\":"
                + dueMillis * MILLI + ",\"sent_ns\":" + sentMillis * MILLI + "}}\n\n";
    }

    private static TimingError exactly(int n, double seconds) {
        return new TimingError(n, seconds, seconds, seconds);
    }

    @Test
    void a_client_that_stamps_late_is_told_by_how_much() throws Exception {
        Calibration calibration = againstEventsWritten(40, 40);

        assertThat(calibration.events()).hasValue(exactly(2, 0.06));
        assertThat(calibration.providerLateness()).hasValue(exactly(2, 0));
    }

    @Test
    void a_late_simulated_provider_is_no_error_of_the_client() throws Exception {
        Calibration calibration = againstEventsWritten(100, 10);

        assertThat(calibration.events()).hasValue(exactly(2, 0));
        assertThat(calibration.providerLateness()).hasValue(exactly(2, 0.09));
    }

    @Test
    void every_event_of_every_request_is_compared() {
        Calibration calibration = calibrate(NanoClock.SYSTEM, SMALL);

        assertThat(calibration.concurrency()).isEqualTo(2);
        assertThat(calibration.requests()).isEqualTo(6);
        assertThat(calibration.succeeded()).isEqualTo(6);
        assertThat(calibration.ttft().orElseThrow().n()).isEqualTo(6);
        assertThat(calibration.events().orElseThrow().n()).isEqualTo(24);
        assertThat(calibration.providerLateness().orElseThrow().n()).isEqualTo(24);
        // nothing is read before it is written: one clock on both sides
        assertThat(calibration.events().orElseThrow().p50()).isPositive();
    }

    @Test
    void a_clock_that_runs_ahead_is_found_out() {
        Calibration calibration = calibrate(() -> NanoClock.SYSTEM.nanos() + 50 * MILLI, SMALL);

        assertThat(calibration.events().orElseThrow().p50()).isGreaterThan(0.05);
    }

    @Test
    void an_io_thread_that_is_held_up_is_found_out() {
        NanoClock held = () -> {
            boolean io = Thread.currentThread().getName().startsWith("exchange-");
            for (long end = NanoClock.SYSTEM.nanos() + 20 * MILLI; io && NanoClock.SYSTEM.nanos() < end; ) {
                Thread.onSpinWait();
            }
            return NanoClock.SYSTEM.nanos();
        };
        Calibration calibration = calibrate(held, SMALL);

        assertThat(calibration.events().orElseThrow().p50()).isGreaterThan(0.02);
        assertThat(calibration.ttft().orElseThrow().p50()).isGreaterThan(0.02);
    }

    @Test
    void a_provider_that_cannot_be_reached_is_no_success() throws Exception {
        try (FaultServer server = FaultServer.plain(visitor -> visitor.respond("500 Broken", "no"))) {
            Calibration calibration = new Calibrator(NanoClock.SYSTEM, Clock.systemUTC())
                    .calibrate(SINGLE, server.uri(), RunListener.NONE);

            assertThat(calibration.requests()).isEqualTo(1);
            assertThat(calibration.succeeded()).isZero();
            assertThat(calibration.events()).isEmpty();
        }
    }

    @Test
    void a_brief_load_keeps_its_concurrency_and_takes_about_a_second_up_to_a_hundred_streams() {
        for (int concurrency : new int[] {1, 5, 20, 100, 1_000}) {
            CalibrationLoad load = CalibrationLoad.brief(concurrency);
            double answer =
                    load.ttft().plus(load.itl().multipliedBy(load.tokens() - 1)).toNanos() / 1e9;
            double whole = load.requests() / load.shape().rate() + answer;

            assertThat(load.requests()).isGreaterThanOrEqualTo(Math.max(20, 2 * concurrency));
            assertThat(load.shape().rate() * answer).isCloseTo(concurrency, within(1e-6));
            assertThat(load.shape().maxInFlight()).isGreaterThan(concurrency);
            assertThat(whole).isLessThan(concurrency <= 100 && concurrency > 1 ? 1.5 : 8);
            assertThat(concurrency * load.tokens() / answer).isLessThan(20_000);
        }
    }
}
