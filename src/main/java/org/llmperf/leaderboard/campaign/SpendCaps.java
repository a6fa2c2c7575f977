package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.loadgen.Allowance;
import org.llmperf.leaderboard.loadgen.RequestCost;
import org.llmperf.leaderboard.loadgen.SpendGuard;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Spend;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.store.Spending;

/** What the next run may spend: each cap less what this month has cost already. */
@ApplicationScoped
public class SpendCaps {
    private final SpendConfig config;
    private final Spending spending;
    private final Clock clock;

    public SpendCaps(SpendConfig config, Spending spending, Clock clock) {
        this.config = config;
        this.spending = spending;
        this.clock = clock;
    }

    /** What this month has cost so far, by provider, beside what it may. */
    public MonthSpend month() {
        YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        return new MonthSpend(month, spending.byProvider(month), config.run(), config.provider(), config.month());
    }

    SpendGuard guard(Offering offering, Scenario scenario) {
        return guard(offering, scenario, List.of());
    }

    /** @param blocks of the same run, measured before */
    SpendGuard guard(Offering offering, Scenario scenario, List<Run> blocks) {
        var cost = new RequestCost(scenario, offering.price());
        Spend before = blocks.stream()
                .flatMap(block -> block.requests().stream())
                .map(request -> cost.of(request.trace()))
                .reduce(Spend.NOTHING, Spend::plus);
        Map<String, Spend> spent = spending.byProvider(YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        Spend all = spent.values().stream().reduce(Spend.NOTHING, Spend::plus);
        String slug = offering.provider().slug();
        List<Allowance> allowances = new ArrayList<>();
        allowances.addAll(left(config.run(), before, "a run"));
        allowances.addAll(left(config.provider(), spent.getOrDefault(slug, Spend.NOTHING), "a month for a provider"));
        allowances.addAll(left(config.month(), all, "a month for all providers"));
        return new SpendGuard(allowances, cost);
    }

    private static List<Allowance> left(SpendConfig.Cap cap, Spend spent, String each) {
        List<Allowance> allowances = new ArrayList<>();
        cap.usd()
                .map(usd -> Allowance.usd("$" + usd.toPlainString() + " " + each, usd.subtract(spent.usd())))
                .ifPresent(allowances::add);
        cap.tokens()
                .map(tokens -> Allowance.tokens(
                        tokens.toPlainString() + " tokens " + each,
                        tokens.subtract(BigDecimal.valueOf(spent.tokens()))))
                .ifPresent(allowances::add);
        return allowances;
    }
}
