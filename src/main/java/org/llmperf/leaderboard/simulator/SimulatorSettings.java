package org.llmperf.leaderboard.simulator;

import java.time.Duration;

/**
 * The character of a simulated provider. The names are those of the command {@code simulate} and of the key
 * {@code simulate:} in a provider's file.
 *
 * @param ttft time from the whole request read to the first content event
 * @param itl time between two tokens after the first; an event of n tokens comes every n times this
 * @param jitter standard deviation of each delay as a share of it, 0 to 1; 0 is a metronome
 * @param tokensPerEvent tokens in one content event, at least 1
 * @param stallRate share of requests, 0 to 1, that pause once in the middle of the answer
 * @param stall length of that pause
 * @param errorRate share of requests, 0 to 1, answered with HTTP 500
 * @param truncateRate share of requests, 0 to 1, whose connection is cut in the middle of the answer
 * @param rateLimit requests accepted in any one second, the others get HTTP 429; 0 accepts all
 * @param seed of every random choice: the same seed and order of requests give the same answers
 */
public record SimulatorSettings(
        Duration ttft,
        Duration itl,
        double jitter,
        int tokensPerEvent,
        double stallRate,
        Duration stall,
        double errorRate,
        double truncateRate,
        double rateLimit,
        long seed) {

    /** A metronome without faults: first token after 50 ms, then one every 10 ms. */
    public static final SimulatorSettings STEADY =
            new SimulatorSettings(Duration.ofMillis(50), Duration.ofMillis(10), 0, 1, 0, Duration.ZERO, 0, 0, 0, 1);

    /**
     * @throws IllegalArgumentException naming the first setting that is out of its range
     */
    public SimulatorSettings {
        require(!ttft.isNegative(), "ttft must not be negative");
        require(!itl.isNegative(), "itl must not be negative");
        require(!stall.isNegative(), "stall must not be negative");
        require(tokensPerEvent >= 1, "tokens-per-event must be at least 1");
        requireShare(jitter, "jitter");
        requireShare(stallRate, "stall-rate");
        requireShare(errorRate, "error-rate");
        requireShare(truncateRate, "truncate-rate");
        require(rateLimit >= 0 && Double.isFinite(rateLimit), "rate-limit must be 0 (none) or more requests a second");
    }

    private static void requireShare(double value, String name) {
        require(value >= 0 && value <= 1, name + " must lie between 0 and 1");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
