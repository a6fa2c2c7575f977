package org.llmperf.leaderboard.calibration;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.llmperf.leaderboard.measurement.EngineLoad;
import org.llmperf.leaderboard.measurement.TimingError;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Watches this process from the moment it is made until it is closed. */
public final class EngineWatch implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final GcWatch collections = new GcWatch();
    private final WakeUps wakeUps;
    private final NanoClock clock;
    private final long startNanos;
    private final long startCpuNanos;

    public EngineWatch(NanoClock clock) {
        this.clock = clock;
        this.startNanos = clock.nanos();
        this.startCpuNanos = system.getProcessCpuTime();
        this.wakeUps =
                new WakeUps(NanoClock.SYSTEM).start(); // a test's clock may stand still, and the thread would spin
    }

    /**
     * What happened until now.
     *
     * @param traces of the requests that were sent meanwhile
     */
    public EngineLoad load(List<RequestTrace> traces) {
        double wall = Math.max(1, clock.nanos() - startNanos);
        double cpu = system.getProcessCpuTime() - startCpuNanos;
        double share = cpu / wall / Runtime.getRuntime().availableProcessors();
        return new EngineLoad(
                wall / NANOS,
                scheduleLag(traces),
                collections.pauses(),
                Math.min(1, Math.max(0, share)),
                wakeUps.error());
    }

    private static Optional<TimingError> scheduleLag(List<RequestTrace> traces) {
        return StampErrors.error(traces.stream()
                .map(trace -> trace.timeline().between(Moment.INTENDED, Moment.STARTED))
                .flatMapToLong(OptionalLong::stream));
    }

    @Override
    public void close() {
        wakeUps.close();
        collections.close();
    }
}
