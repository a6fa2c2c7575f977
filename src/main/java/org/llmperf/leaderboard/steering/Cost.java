package org.llmperf.leaderboard.steering;

import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.llmperf.leaderboard.campaign.RoundEstimate;
import org.llmperf.leaderboard.registry.Spend;

/**
 * What an order will cost, by list prices, if every request is answered at its usual length.
 *
 * @param withoutPrice runs that cost more than is known, since the registry has no price of theirs
 * @param simulated runs that cost nothing
 */
public record Cost(int runs, long tokens, String usd, long withoutPrice, long simulated) {

    static Cost of(List<RoundEstimate.Item> items) {
        Spend real = items.stream()
                .filter(item -> !item.offering().provider().simulated())
                .map(RoundEstimate.Item::spend)
                .reduce(Spend.NOTHING, Spend::plus);
        return new Cost(
                items.size(),
                real.tokens(),
                dollars(real),
                new RoundEstimate(items).withoutPrice(),
                items.stream()
                        .filter(item -> item.offering().provider().simulated())
                        .count());
    }

    static String dollars(Spend spend) {
        return spend.usd().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** For a list of choices. */
    public String brief() {
        if (simulated == runs) {
            return "simulated, free";
        }
        return withoutPrice == runs
                ? grouped(tokens) + " tokens, price unknown"
                : "$" + usd + (withoutPrice > 0 ? " and more" : "");
    }

    /** In a whole sentence. */
    public String words() {
        String asked = runs == 1 ? "1 run" : runs + " runs";
        if (simulated == runs) {
            return asked + " of simulated providers, which cost nothing.";
        }
        String known = asked + ", about " + grouped(tokens) + " tokens, $" + usd + " by list prices.";
        return withoutPrice == 0
                ? known
                : known + " " + withoutPrice + (withoutPrice == 1 ? " of them has" : " of them have")
                        + " no price in the registry, so it will cost more.";
    }
}
