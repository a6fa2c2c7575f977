package org.llmperf.leaderboard.summary;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How successes ended, and how our count of their tokens agrees with the provider's.
 *
 * @param finishReasons successes by the provider's own word for why the answer ended; those without one are not among them
 * @param compared successes with {@link org.llmperf.leaderboard.measurement.Quantity#REPORTED_DIFFERENCE}
 * @param agreeing those of them where it is at most 5 % either way
 * @param offLength successes without the length that was asked for, see {@link org.llmperf.leaderboard.measurement.AnswerLength}
 */
public record TokenAccount(Map<String, Integer> finishReasons, int compared, int agreeing, int offLength) {
    static final TokenAccount NONE = new TokenAccount(Map.of(), 0, 0, 0);

    public TokenAccount {
        finishReasons = Collections.unmodifiableMap(new TreeMap<>(finishReasons));
    }

    /** {@code agreeing ÷ compared}; absent where nothing could be compared. */
    public OptionalDouble shareAgreeing() {
        return compared > 0 ? OptionalDouble.of((double) agreeing / compared) : OptionalDouble.empty();
    }
}
