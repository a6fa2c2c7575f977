package org.llmperf.leaderboard.steering;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.campaign.MonthSpend;
import org.llmperf.leaderboard.campaign.SpendConfig;
import org.llmperf.leaderboard.registry.Spend;

/** What this month, of UTC, has cost so far, beside what it may. */
public record Expenses(YearMonth month, List<Line> providers, Line all) {

    /**
     * @param usdCap absent if there is none
     */
    public record Line(String who, long tokens, String usd, Optional<String> usdCap, Optional<String> tokensCap) {
        static Line of(String who, Spend spend, SpendConfig.Cap cap) {
            return new Line(
                    who,
                    spend.tokens(),
                    Cost.dollars(spend),
                    cap.usd().map(BigDecimal::toPlainString),
                    cap.tokens().map(tokens -> Cost.grouped(tokens.longValue())));
        }

        public String tokensText() {
            return Cost.grouped(tokens);
        }

        /** In words, for example {@code $20}; {@code none} without one. */
        public String cap() {
            return usdCap.map("$"::concat)
                    .map(usd -> tokensCap
                            .map(tokens -> usd + " or " + tokens + " tokens")
                            .orElse(usd))
                    .or(() -> tokensCap.map(tokens -> tokens + " tokens"))
                    .orElse("none");
        }
    }

    static Expenses of(MonthSpend spend) {
        Spend total = spend.byProvider().values().stream().reduce(Spend.NOTHING, Spend::plus);
        return new Expenses(
                spend.month(),
                spend.byProvider().entrySet().stream()
                        .map(one -> Line.of(one.getKey(), one.getValue(), spend.eachProvider()))
                        .toList(),
                Line.of("all", total, spend.all()));
    }
}
