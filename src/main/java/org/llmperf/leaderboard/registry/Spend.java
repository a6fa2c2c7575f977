package org.llmperf.leaderboard.registry;

import java.math.BigDecimal;

/**
 * What requests cost.
 *
 * @param usd US dollars by the list price; nothing for an offering without one
 */
public record Spend(long inputTokens, long outputTokens, BigDecimal usd) {
    public static final Spend NOTHING = new Spend(0, 0, BigDecimal.ZERO);

    public Spend plus(Spend other) {
        return new Spend(inputTokens + other.inputTokens, outputTokens + other.outputTokens, usd.add(other.usd));
    }

    public Spend times(long number) {
        return new Spend(inputTokens * number, outputTokens * number, usd.multiply(BigDecimal.valueOf(number)));
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }
}
