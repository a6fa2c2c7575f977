package org.llmperf.leaderboard.calibration;

import java.time.Duration;
import org.llmperf.leaderboard.scenario.Arrival;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

/**
 * What a calibration sends, and how the simulated provider answers. Requests start evenly, as many a second as keep the
 * wanted number under way: workers that wait for answers of exactly one length would all start at once again and again, as
 * no provider's do, and the first thing they met would be each other.
 *
 * @param concurrency requests under way at once, between the first second and the last
 * @param requests in all
 * @param tokens of one answer, each an event
 */
public record CalibrationLoad(int concurrency, int requests, int tokens, Duration ttft, Duration itl) {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration SHORTEST_GAP = Duration.ofMillis(10);

    /** Some 16,000 events a second at a thousand streams: more would measure how client and provider share the processors. */
    private static final Duration GAP_OF_EACH = Duration.ofNanos(60_000);

    private static final Duration SHORTEST_ANSWER = Duration.ofMillis(100);
    private static final Duration ANSWER_OF_EACH = Duration.ofNanos(2_500_000);
    private static final int FEWEST = 20;
    private static final double NANOS = 1e9;

    /**
     * At least {@value #FEWEST} requests, two of each stream. Takes little more than a second up to a hundred streams; more
     * need as much longer, since a machine can open only so many connections a second.
     */
    public static CalibrationLoad brief(int concurrency) {
        Duration itl = gap(concurrency);
        Duration answer = longer(SHORTEST_ANSWER, ANSWER_OF_EACH.multipliedBy(concurrency));
        int tokens = 1 + (int) answer.minus(SHORT).dividedBy(itl);
        int requests = Math.max(FEWEST, 2 * concurrency);
        return new CalibrationLoad(concurrency, requests, tokens, SHORT, itl);
    }

    /** Time between two events of one stream, so that all together do not come faster than one machine can serve. */
    public static Duration gap(int concurrency) {
        return longer(SHORTEST_GAP, GAP_OF_EACH.multipliedBy(concurrency));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Bounded a quarter above what should be under way, for a client that falls behind. */
    OpenLoop shape() {
        double answerSeconds = ttft.plus(itl.multipliedBy(tokens - 1)).toNanos() / NANOS;
        return new OpenLoop(concurrency / answerSeconds, Arrival.CONSTANT, concurrency + concurrency / 4 + 1);
    }

    /** A provider that answers so, without jitter or faults. */
    public SimulatorSettings provider() {
        return new SimulatorSettings(ttft, itl, 0, 1, 0, Duration.ZERO, 0, 0, 0, 1);
    }
}
