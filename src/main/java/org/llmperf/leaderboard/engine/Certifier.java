package org.llmperf.leaderboard.engine;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.llmperf.leaderboard.calibration.CalibrationLoad;
import org.llmperf.leaderboard.calibration.Calibrator;
import org.llmperf.leaderboard.calibration.EngineWatch;
import org.llmperf.leaderboard.loadgen.LoadResult;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.EngineLoad;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.trace.NanoClock;

/** Finds out how exact the engine is at a run's own concurrency: just before it, while it lasts, and just after it. */
final class Certifier {
    private final Calibrator calibrator;
    private final NanoClock nanos;
    private final ErrorBudget budget;

    Certifier(ErrorBudget budget, NanoClock nanos, Clock clock) {
        this.calibrator = new Calibrator(nanos, clock);
        this.nanos = nanos;
        this.budget = budget;
    }

    /** @param certificate absent if the run was interrupted before it began */
    record Certified(LoadResult result, Optional<Certificate> certificate) {}

    /** Takes about two seconds beside the load itself. */
    Certified certify(int concurrency, Supplier<LoadResult> load) {
        Optional<Calibration> before = calibrate(concurrency);
        LoadResult result;
        EngineLoad during;
        try (var watch = new EngineWatch(nanos)) {
            result = load.get();
            during = watch.load(result.traces());
        }
        return new Certified(
                result, before.map(found -> new Certificate(found, during, calibrate(concurrency), budget)));
    }

    /** Absent if somebody interrupts, who wants the result now. */
    private Optional<Calibration> calibrate(int concurrency) {
        return interrupted()
                ? Optional.empty()
                : Optional.of(calibrator.calibrate(CalibrationLoad.brief(concurrency)))
                        .filter(whole -> !interrupted());
    }

    private static boolean interrupted() {
        return Thread.currentThread().isInterrupted();
    }
}
