package org.llmperf.leaderboard.steering;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.campaign.MonthSpend;
import org.llmperf.leaderboard.campaign.SpendConfig;
import org.llmperf.leaderboard.registry.Spend;

/**
 * What this month, of UTC, has cost so far, beside what it may.
 *
 * @param eachRun what one run may cost, in words; {@code none} without a cap
 */
public record Expenses(YearMonth month, List<Line> providers, Line all, String eachRun) {

    /**
     * @param usdCap absent if there is none
     */
    public record Line(String who, long tokens, String usd, Optional<String> usdCap, Optional<String> tokensCap) {
        static Line of(String who, Spend spend, SpendConfig.Cap cap) {
            return new Line(who, spend.tokens(), Cost.dollars(spend.usd()), dollarsOf(cap), tokensOf(cap));
        }

        public String tokensText() {
            return Cost.grouped(tokens);
        }

        /** In words, for example {@code $20}; {@code none} without one. */
        public String cap() {
            return words(usdCap, tokensCap);
        }
    }

    static Expenses of(MonthSpend spend) {
        Spend total = spend.byProvider().values().stream().reduce(Spend.NOTHING, Spend::plus);
        return new Expenses(
                spend.month(),
                spend.byProvider().entrySet().stream()
                        .map(one -> Line.of(one.getKey(), one.getValue(), spend.eachProvider()))
                        .toList(),
                Line.of("all", total, spend.all()),
                words(dollarsOf(spend.eachRun()), tokensOf(spend.eachRun())));
    }

    private static Optional<String> dollarsOf(SpendConfig.Cap cap) {
        return cap.usd().map(BigDecimal::toPlainString);
    }

    private static Optional<String> tokensOf(SpendConfig.Cap cap) {
        return cap.tokens().map(tokens -> Cost.grouped(tokens.longValue()));
    }

    private static String words(Optional<String> usd, Optional<String> tokens) {
        List<String> caps = Stream.concat(usd.map("$"::concat).stream(), tokens.map(n -> n + " tokens").stream())
                .toList();
        return caps.isEmpty() ? "none" : String.join(" or ", caps);
    }
}
