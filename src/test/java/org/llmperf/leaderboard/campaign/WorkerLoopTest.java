package org.llmperf.leaderboard.campaign;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerLoopTest {
    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Heartbeat heartbeat = new Heartbeat(meters, nanos::get);
    private final WorkerLoop loop = new WorkerLoop(null, null, heartbeat);

    private void minutesPass(int minutes) {
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(minutes));
    }

    private double silence() {
        return meters.get("leaderboard.worker.silence").gauge().value();
    }

    @Test
    void an_error_does_not_end_the_worker_and_is_no_sign_of_life() {
        heartbeat.beat();
        minutesPass(6);
        loop.look(() -> {
            throw new OutOfMemoryError("of a test");
        });
        minutesPass(6);
        assertThat(heartbeat.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(silence()).isEqualTo(720);

        loop.look(() -> {});
        assertThat(heartbeat.call().getStatus()).isEqualTo(Status.UP);
        assertThat(silence()).isZero();
    }

    @Test
    void a_process_that_measures_nothing_has_nothing_to_miss() {
        minutesPass(60);
        assertThat(heartbeat.call().getStatus()).isEqualTo(Status.UP);
    }
}
