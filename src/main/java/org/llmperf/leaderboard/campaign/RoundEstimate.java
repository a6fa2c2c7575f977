package org.llmperf.leaderboard.campaign;

import java.util.List;
import org.llmperf.leaderboard.loadgen.RequestCost;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Spend;
import org.llmperf.leaderboard.scenario.Scenario;

/** What a round will cost, by list prices, if every request is answered at its usual length. */
public record RoundEstimate(List<Item> items) {

    /** One run. Without a price its dollars are nothing and its tokens are told. */
    public record Item(Offering offering, Spend spend) {}

    static RoundEstimate of(List<Offering> offerings, Scenario scenario) {
        return new RoundEstimate(offerings.stream()
                .map(offering -> new Item(offering, new RequestCost(scenario, offering.price()).run()))
                .toList());
    }

    public Spend total() {
        return items.stream().map(Item::spend).reduce(Spend.NOTHING, Spend::plus);
    }

    /** Offerings that cost more than the total says, since the registry has no price of theirs; simulated ones cost nothing. */
    public long withoutPrice() {
        return items.stream()
                .map(Item::offering)
                .filter(offering ->
                        offering.price().isEmpty() && !offering.provider().simulated())
                .count();
    }
}
