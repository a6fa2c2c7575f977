package org.llmperf.leaderboard.registry;

import java.math.BigDecimal;

/** List price in US dollars for a million tokens. */
public record Price(BigDecimal inputPerMillion, BigDecimal outputPerMillion) {
    private static final int MILLION = 6;

    public Spend of(long inputTokens, long outputTokens) {
        BigDecimal input = inputPerMillion.multiply(BigDecimal.valueOf(inputTokens));
        BigDecimal output = outputPerMillion.multiply(BigDecimal.valueOf(outputTokens));
        return new Spend(inputTokens, outputTokens, input.add(output).movePointLeft(MILLION));
    }
}
