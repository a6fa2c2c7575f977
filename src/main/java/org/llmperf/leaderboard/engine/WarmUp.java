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
    /** By trial: with fewer the first tokens are milliseconds late, with more they get better by less than it takes. */
    private static final CalibrationLoad LONG = load(1_500, 20);

    /** What fits beside the making of prompts, for somebody who waits for the first request. */
    private static final CalibrationLoad SHORT = load(150, 20);

    private WarmUp() {}

    /** Takes some three seconds: for a program that measures all day, or measures itself. */
    public static void run() {
        calibrate(LONG);
    }

    /** Takes less than a second. */
    public static void briefly() {
        calibrate(SHORT);
    }

    private static void calibrate(CalibrationLoad load) {
        new Calibrator(NanoClock.SYSTEM, Clock.systemUTC()).calibrate(load);
    }

    private static CalibrationLoad load(int requests, int tokens) {
        return new CalibrationLoad(5, requests, tokens, Duration.ofMillis(2), Duration.ofNanos(300_000));
    }
}
