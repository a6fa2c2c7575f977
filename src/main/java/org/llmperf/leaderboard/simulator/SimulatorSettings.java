package org.llmperf.leaderboard.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * The character of a simulated provider. The names are those of the command {@code simulate} and of the key
 * {@code simulate:} in a provider's file.
 *
 * @param ttft time from the whole request read to the first content event
 * @param itl time between two tokens after the first; an event of n tokens comes every n times this
 * @param jitter standard deviation of each delay as a share of it, 0 to 1; 0 is a metronome. The first event's moves the whole
 *     answer, that of a later event only this event around its place in the schedule
 * @param tokensPerEvent tokens in one content event, at least 1
 * @param stallRate share of requests, 0 to 1, that pause once in the middle of the answer
 * @param stall length of that pause
 * @param errorRate share of requests, 0 to 1, answered with HTTP 500, as late as a first token would come
 * @param truncateRate share of requests, 0 to 1, whose connection is cut in the middle of the answer
 * @param rateLimit requests accepted in any one second, the others get HTTP 429, as late as a first token would come; 0 accepts all
 * @param wrongRate share of questions for a number in words, 0 to 1, that are answered with another number
 * @param trick played on whoever measures; null for an honest provider
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

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) double wrongRate,

        @JsonInclude(JsonInclude.Include.NON_NULL) Trick trick,
        long seed) {

    /** The longest answer that is simulated, in tokens. */
    public static final int MOST_TOKENS = 32_768;

    private static final Duration LONGEST = Duration.ofHours(1);

    /** A metronome without faults: first token after 50 ms, then one every 10 ms. */
    public static final SimulatorSettings STEADY =
            new SimulatorSettings(Duration.ofMillis(50), Duration.ofMillis(10), 0, 1, 0, Duration.ZERO, 0, 0, 0, 1);

    /** An honest one that answers every question for a number rightly. */
    public SimulatorSettings(
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
        this(ttft, itl, jitter, tokensPerEvent, stallRate, stall, errorRate, truncateRate, rateLimit, 0, null, seed);
    }

    /**
     * @throws IllegalArgumentException naming the first setting that is out of its range
     */
    public SimulatorSettings {
        requireDelay(ttft, "ttft");
        requireDelay(itl, "itl");
        requireDelay(stall, "stall");
        require(
                tokensPerEvent >= 1 && tokensPerEvent <= MOST_TOKENS,
                "tokens-per-event must lie between 1 and " + MOST_TOKENS);
        requireShare(jitter, "jitter");
        requireShare(stallRate, "stall-rate");
        requireShare(errorRate, "error-rate");
        requireShare(truncateRate, "truncate-rate");
        requireShare(wrongRate, "wrong-rate");
        require(rateLimit >= 0 && Double.isFinite(rateLimit), "rate-limit must be 0 (none) or more requests a second");
    }

    private static void requireDelay(Duration value, String name) {
        require(!value.isNegative() && value.compareTo(LONGEST) <= 0, name + " must lie between 0 and 1 hour");
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
