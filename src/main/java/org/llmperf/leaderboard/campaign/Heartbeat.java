package org.llmperf.leaderboard.campaign;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * When this process's worker was last seen at work: it ended a look for work, or a request ended. The worker beats, not a
 * thread beside it, which would go on beating for a dead one. In a process that measures nothing there is nothing to miss.
 */
@Default // a health check's own qualifier would take its place
@Liveness
@ApplicationScoped
public class Heartbeat implements HealthCheck {
    /** Of which the longest request and the tries to reach a database that is away are a part. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final MeterRegistry meters;
    private final NanoClock clock;
    private volatile Long last;
    private Gauge gauge;

    @Inject
    public Heartbeat(MeterRegistry meters) {
        this(meters, NanoClock.SYSTEM);
    }

    Heartbeat(MeterRegistry meters, NanoClock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void beat() {
        boolean first = last == null;
        last = clock.nanos();
        if (first) {
            gauge = Gauge.builder("leaderboard.worker.silence", () -> silence().toMillis() / 1000.0)
                    .description("Time since this process's worker was seen at work")
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    /** As {@link #beat}, from within a run; a worker that a test calls has never begun to beat. */
    void seen() {
        if (last != null) {
            last = clock.nanos();
        }
    }

    private Duration silence() {
        return last == null ? Duration.ZERO : Duration.ofNanos(clock.nanos() - last);
    }

    @Override
    public HealthCheckResponse call() {
        Duration silence = silence();
        return HealthCheckResponse.named("worker")
                .status(silence.compareTo(LONGEST) <= 0)
                .withData("secondsSilent", silence.toSeconds())
                .build();
    }

    /** Meters outlive an application that is started again in the same JVM. */
    void forget(@Observes ShutdownEvent event) {
        if (gauge != null) {
            meters.remove(gauge);
        }
    }
}
