package org.llmperf.leaderboard.engine;

import java.time.Clock;
import java.time.Duration;
import org.llmperf.leaderboard.calibration.CalibrationLoad;
import org.llmperf.leaderboard.calibration.Calibrator;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * Lets the JVM compile the measured path before the first measured request. A cold engine is late by tens of
 * milliseconds, which matters more than any other property of a client. It is a calibration whose figures are thrown away.
 */
public final class WarmUp {
    /** Enough for the JIT's second tier on the hot methods, by trial: further requests change the error no more. */
    private static final CalibrationLoad FAST =
            new CalibrationLoad(5, 300, 60, Duration.ofMillis(2), Duration.ofNanos(300_000));

    private WarmUp() {}

    /** Takes about two seconds. */
    public static void run() {
        new Calibrator(NanoClock.SYSTEM, Clock.systemUTC()).calibrate(FAST);
    }
}
