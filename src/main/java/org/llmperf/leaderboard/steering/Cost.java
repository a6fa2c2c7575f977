package org.llmperf.leaderboard.steering;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.llmperf.leaderboard.campaign.RoundEstimate;
import org.llmperf.leaderboard.registry.Spend;

/**
 * What an order will cost, by list prices, if every request is answered at its usual length.
 *
 * @param withoutPrice runs that cost more than is known, since the registry has no price of theirs
 * @param simulated runs that cost nothing
 * @param usdCap what a run may cost, where that is less than one of these runs would; those end early
 */
public record Cost(int runs, long tokens, String usd, long withoutPrice, long simulated, Optional<String> usdCap) {
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    /**
     * @param runCap what one run may cost, in US dollars
     */
    static Cost of(List<RoundEstimate.Item> items, Optional<BigDecimal> runCap) {
        Spend real = items.stream()
                .filter(item -> !item.offering().provider().simulated())
                .map(RoundEstimate.Item::spend)
                .reduce(Spend.NOTHING, Spend::plus);
        return new Cost(
                items.size(),
                real.tokens(),
                dollars(real.usd()),
                new RoundEstimate(items).withoutPrice(),
                items.stream()
                        .filter(item -> item.offering().provider().simulated())
                        .count(),
                runCap.filter(cap -> items.stream()
                                .anyMatch(item -> item.spend().usd().compareTo(cap) > 0))
                        .map(Cost::dollars));
    }

    /** Cents, and below a dollar two digits that are not zero: a cap of $0.002 is neither nothing nor a cent. */
    static String dollars(BigDecimal usd) {
        BigDecimal cents = usd.setScale(2, RoundingMode.HALF_UP);
        if (usd.signum() == 0 || usd.compareTo(BigDecimal.ONE) >= 0) {
            return cents.toPlainString();
        }
        BigDecimal exact = usd.round(TWO_DIGITS).stripTrailingZeros();
        return (exact.scale() > 2 ? exact : exact.setScale(2, RoundingMode.HALF_UP)).toPlainString();
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** For a list of choices. */
    public String brief() {
        if (simulated == runs) {
            return "simulated, free";
        }
        return (withoutPrice == runs
                        ? grouped(tokens) + " tokens, price unknown"
                        : "$" + usd + (withoutPrice > 0 ? " and more" : ""))
                + usdCap.map(cap -> ", capped at $" + cap + " a run").orElse("");
    }

    /** In a whole sentence. */
    public String words() {
        String asked = runs == 1 ? "1 run" : runs + " runs";
        if (simulated == runs) {
            return asked + " of simulated providers, which cost nothing.";
        }
        return asked + ", about " + grouped(tokens) + " tokens, $" + usd + " by list prices." + unknown()
                + usdCap.map(cap -> " The cap of $" + cap + " a run will end runs early.")
                        .orElse("");
    }

    private String unknown() {
        return withoutPrice == 0
                ? ""
                : " " + withoutPrice + (withoutPrice == 1 ? " of them has" : " of them have")
                        + " no price in the registry, so it will cost more.";
    }
}
