package org.llmperf.leaderboard.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How exact the engine was when it measured a run.
 *
 * @param before the engine against the simulated provider at the run's own concurrency, just before it
 * @param during the engine while it measured
 * @param after as before, just after the run; absent if the run was interrupted
 * @param budget what was allowed
 */
public record Certificate(Calibration before, EngineLoad during, Optional<Calibration> after, ErrorBudget budget) {

    /** Why the run's figures are in doubt, in words; absent if all is within the budget. */
    public Optional<String> doubt() {
        var found = new ArrayList<String>();
        add(found, "before the run ", budget.excesses(before));
        add(found, "during the run ", budget.excesses(during));
        after.ifPresent(later -> add(found, "after the run ", budget.excesses(later)));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("our own measuring was not exact enough: " + String.join("; ", found));
    }

    private static void add(List<String> found, String when, List<String> excesses) {
        if (!excesses.isEmpty()) {
            found.add(when + String.join(", ", excesses));
        }
    }
}
