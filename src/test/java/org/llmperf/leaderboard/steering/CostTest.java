package org.llmperf.leaderboard.steering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.campaign.RoundEstimate.Item;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Spend;
import org.llmperf.leaderboard.store.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class CostTest {
    private static final Item PRICED = new Item(
            Samples.offering(Samples.ALDER, Samples.LARGE), new Spend(82_500, 22_500, new BigDecimal("0.0669")));
    private static final Item WITHOUT_PRICE = new Item(withoutPrice(), new Spend(82_500, 22_500, BigDecimal.ZERO));
    private static final Item SIMULATED =
            new Item(Samples.offering(Samples.DOGWOOD, Samples.LARGE), new Spend(82_500, 22_500, BigDecimal.ZERO));

    private static Offering withoutPrice() {
        Offering birch = Samples.offering(Samples.BIRCH, Samples.LARGE);
        return new Offering(
                birch.provider(), birch.model(), birch.providerModel(), birch.parameters(), Optional.empty());
    }

    private static Cost cost(Item... items) {
        return Cost.of(List.of(items));
    }

    @Test
    void tokens_and_dollars_are_those_of_real_providers() {
        assertThat(cost(PRICED, PRICED, SIMULATED).words())
                .isEqualTo("3 runs, about 210,000 tokens, $0.13 by list prices.");
        assertThat(cost(PRICED).brief()).isEqualTo("$0.07");
    }

    @Test
    void what_has_no_price_is_not_free() {
        assertThat(cost(PRICED, WITHOUT_PRICE).words())
                .endsWith("$0.07 by list prices. 1 of them has no price in the registry, so it will cost more.");
        assertThat(cost(PRICED, WITHOUT_PRICE).brief()).isEqualTo("$0.07 and more");
        assertThat(cost(WITHOUT_PRICE).brief()).isEqualTo("105,000 tokens, price unknown");
    }

    @Test
    void simulated_providers_cost_nothing() {
        assertThat(cost(SIMULATED).words()).isEqualTo("1 run of simulated providers, which cost nothing.");
        assertThat(cost(SIMULATED).brief()).isEqualTo("simulated, free");
    }

    @Test
    void an_order_is_written_and_read_alike() {
        for (String text : List.of("", "round:2026-W47", "alder", "alder/llama-3.3-70b")) {
            assertThat(Wanted.parse(text).text()).isEqualTo(text);
        }
        assertThat(Wanted.parse("alder/llama-3.3-70b").model()).contains("llama-3.3-70b");
        assertThat(Wanted.parse("round:2026-W47").round()).contains("2026-W47");
    }
}
