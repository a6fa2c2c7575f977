package org.llmperf.leaderboard.loadgen;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.registry.Spend;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Ends a run before it spends more than it may: what is under way when it ends is covered too, at its usual cost. */
public final class SpendGuard implements StopRule {
    private final List<Allowance> allowances;
    private final RequestCost cost;
    private final Spend underWay;
    private Spend spent = Spend.NOTHING;

    public SpendGuard(List<Allowance> allowances, RequestCost cost) {
        this.allowances = List.copyOf(allowances);
        this.cost = cost;
        this.underWay = cost.usual().times(cost.scenario().load().mostUnderWay());
    }

    /** The cap that forbids the run's first requests. */
    public Optional<String> forbids() {
        return passed(underWay);
    }

    @Override
    public synchronized Optional<EarlyEnd> reason(RequestTrace finished) {
        spent = spent.plus(cost.of(finished));
        return passed(spent.plus(underWay))
                .map(cap -> new EarlyEnd(EarlyEnd.Cause.OURS, "the cap of " + cap + " was reached"));
    }

    private Optional<String> passed(Spend spend) {
        return allowances.stream()
                .filter(allowance -> !allowance.covers(spend))
                .map(Allowance::cap)
                .findFirst();
    }
}
