package org.llmperf.leaderboard.steering;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.campaign.MonthSpend;
import org.llmperf.leaderboard.campaign.RoundEstimate.Item;
import org.llmperf.leaderboard.campaign.SpendConfig;
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
        return Cost.of(List.of(items), Optional.empty());
    }

    @Test
    void tokens_and_dollars_are_those_of_real_providers() {
        assertThat(cost(PRICED, PRICED, SIMULATED).words())
                .isEqualTo("3 runs, about 210,000 tokens, $0.13 by list prices.");
        assertThat(cost(PRICED).brief()).isEqualTo("$0.067");
    }

    @Test
    void what_has_no_price_is_not_free() {
        assertThat(cost(PRICED, WITHOUT_PRICE).words())
                .endsWith("$0.067 by list prices. 1 of them has no price in the registry, so it will cost more.");
        assertThat(cost(PRICED, WITHOUT_PRICE).brief()).isEqualTo("$0.067 and more");
        assertThat(cost(WITHOUT_PRICE).brief()).isEqualTo("105,000 tokens, price unknown");
    }

    @Test
    void simulated_providers_cost_nothing() {
        assertThat(cost(SIMULATED).words()).isEqualTo("1 run of simulated providers, which cost nothing.");
        assertThat(cost(SIMULATED).brief()).isEqualTo("simulated, free");
    }

    @Test
    void small_amounts_keep_two_digits() {
        assertThat(Cost.dollars(new BigDecimal("0.00213"))).isEqualTo("0.0021");
        assertThat(Cost.dollars(new BigDecimal("0.002"))).isEqualTo("0.002");
        assertThat(Cost.dollars(new BigDecimal("0.5"))).isEqualTo("0.50");
        assertThat(Cost.dollars(new BigDecimal("0.999"))).isEqualTo("1.00");
        assertThat(Cost.dollars(new BigDecimal("20.005"))).isEqualTo("20.01");
        assertThat(Cost.dollars(BigDecimal.ZERO)).isEqualTo("0.00");
    }

    @Test
    void a_cap_that_will_end_a_run_is_said_with_its_cost() {
        assertThat(Cost.of(List.of(PRICED), Optional.of(new BigDecimal("0.002")))
                        .words())
                .isEqualTo("1 run, about 105,000 tokens, $0.067 by list prices."
                        + " The cap of $0.002 a run will end runs early.");
        assertThat(Cost.of(List.of(PRICED), Optional.of(new BigDecimal("0.002")))
                        .brief())
                .isEqualTo("$0.067, capped at $0.002 a run");
        assertThat(Cost.of(List.of(PRICED), Optional.of(BigDecimal.ONE)).brief())
                .isEqualTo("$0.067");
    }

    @Test
    void the_cap_of_each_run_stands_beside_what_was_spent() {
        SpendConfig.Cap none = cap(null, null);
        SpendConfig.Cap run = cap("0.002", "90000");

        Expenses expenses = Expenses.of(new MonthSpend(
                YearMonth.of(2026, 11),
                Map.of("alder", new Spend(900, 100, new BigDecimal("0.0013"))),
                run,
                none,
                none));

        assertThat(expenses.eachRun()).isEqualTo("$0.002 or 90,000 tokens");
        assertThat(expenses.all().usd()).isEqualTo("0.0013");
        assertThat(expenses.all().cap()).isEqualTo("none");
    }

    private static SpendConfig.Cap cap(String usd, String tokens) {
        return new SpendConfig.Cap() {
            @Override
            public Optional<BigDecimal> usd() {
                return Optional.ofNullable(usd).map(BigDecimal::new);
            }

            @Override
            public Optional<BigDecimal> tokens() {
                return Optional.ofNullable(tokens).map(BigDecimal::new);
            }
        };
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
