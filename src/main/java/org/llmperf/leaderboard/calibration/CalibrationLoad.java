package org.llmperf.leaderboard.calibration;

import java.time.Duration;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

/**
 * What a calibration sends, and how the simulated provider answers.
 *
 * @param concurrency requests under way at once
 * @param requests in all
 * @param tokens of one answer, each an event
 */
public record CalibrationLoad(int concurrency, int requests, int tokens, Duration ttft, Duration itl) {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration SHORTEST_GAP = Duration.ofMillis(10);

    /** Some 16,000 events a second at a thousand streams: more would measure how client and provider share the processors. */
    private static final Duration GAP_OF_EACH = Duration.ofNanos(60_000);

    private static final Duration WHOLE = Duration.ofSeconds(1);
    private static final int FEWEST = 20;

    /** Takes about a second: at least {@value #FEWEST} requests, two of each worker. */
    public static CalibrationLoad brief(int concurrency) {
        int requests = Math.max(FEWEST, 2 * concurrency);
        int rounds = (requests + concurrency - 1) / concurrency;
        Duration itl = gap(concurrency);
        Duration stream = WHOLE.dividedBy(rounds).minus(SHORT);
        int tokens = 1 + Math.max(1, (int) stream.dividedBy(itl));
        return new CalibrationLoad(concurrency, requests, tokens, SHORT, itl);
    }

    /** Time between two events of one stream, so that all together do not come faster than one machine can serve. */
    public static Duration gap(int concurrency) {
        Duration gap = GAP_OF_EACH.multipliedBy(concurrency);
        return gap.compareTo(SHORTEST_GAP) > 0 ? gap : SHORTEST_GAP;
    }

    /** A provider that answers so, without jitter or faults. */
    public SimulatorSettings provider() {
        return new SimulatorSettings(ttft, itl, 0, 1, 0, Duration.ZERO, 0, 0, 0, 1);
    }
}
