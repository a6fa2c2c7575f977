package org.llmperf.leaderboard.loadgen;

import java.math.BigDecimal;
import java.util.function.Function;
import org.llmperf.leaderboard.registry.Spend;

/**
 * What a run may still spend under one cap.
 *
 * @param cap in words for readers, for example {@code $5 a month for all providers}
 * @param left dollars or tokens
 * @param part of a spend that the cap is about
 */
public record Allowance(String cap, BigDecimal left, Function<Spend, BigDecimal> part) {

    public static Allowance usd(String cap, BigDecimal left) {
        return new Allowance(cap, left, Spend::usd);
    }

    public static Allowance tokens(String cap, BigDecimal left) {
        return new Allowance(cap, left, spend -> BigDecimal.valueOf(spend.tokens()));
    }

    public boolean covers(Spend spend) {
        return part.apply(spend).compareTo(left) <= 0;
    }
}
