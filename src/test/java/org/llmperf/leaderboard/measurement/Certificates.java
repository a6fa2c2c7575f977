package org.llmperf.leaderboard.measurement;

import java.time.Duration;
import java.util.Optional;

/** Certificates of five streams, with round numbers. */
public final class Certificates {
    /** For tests of other things: they share their processors with whatever else runs. */
    public static final ErrorBudget ANYTHING = new ErrorBudget(
            Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 1);

    public static final ErrorBudget BUDGET = new ErrorBudget(
            Duration.ofMillis(5),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(2),
            0.02);

    private Certificates() {}

    /** All within the budget. */
    public static Certificate exact() {
        return of(calibration(0.0002, 0.0005), load(0.001, 0.01));
    }

    /** The times of content events are off by more than the budget, before the run and after it. */
    public static Certificate late() {
        return of(calibration(0.0002, 0.041), load(0.001, 0.01));
    }

    static Certificate of(Calibration calibration, EngineLoad load) {
        return new Certificate(calibration, load, Optional.of(calibration), BUDGET);
    }

    static Calibration calibration(double ttftP50, double eventP99) {
        return new Calibration(
                5,
                20,
                20,
                Optional.of(new TimingError(20, ttftP50, 0.002, 0.003)),
                Optional.of(new TimingError(480, 0.0001, eventP99, 0.05)),
                Optional.of(new TimingError(480, 0.5, 1, 2)),
                Optional.of(new TimingError(20, 0.5, 1, 2)),
                Optional.of(new TimingError(20, 0.5, 1, 2)));
    }

    static EngineLoad load(double lagP99, double pauseSeconds) {
        return load(lagP99, pauseSeconds, 0.0001);
    }

    static EngineLoad load(double lagP99, double pauseSeconds, double wakeP50) {
        return new EngineLoad(
                10,
                Optional.of(new TimingError(150, 0.0001, lagP99, 0.1)),
                new GcPauses(2, pauseSeconds, pauseSeconds / 2),
                0.12,
                Optional.of(new TimingError(2000, wakeP50, 0.004, 0.005)));
    }
}
