package org.llmperf.leaderboard.cli;

import java.net.URI;
import java.util.Optional;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.engine.ProviderEndpoint;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.ranking.RankingRule;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.summary.SuccessRate;

/** Carries a plan out at its provider's address, with a progress bar where somebody watches. */
final class Execution {
    private static final String UNKNOWN = "unknown";

    private Execution() {}

    /** How the executor is asked to carry out a plan. */
    @FunctionalInterface
    interface Way {
        MeasuredRun execute(RunPlan plan, URI baseUrl, RunListener listener);
    }

    /** @param task for the progress bar */
    static MeasuredRun of(String task, RunPlan plan, boolean watched, Way way) {
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(plan.offering().provider())) {
            if (!watched) {
                return way.execute(plan, endpoint.baseUrl(), RunListener.NONE);
            }
            try (var progress = ProgressDisplay.of(task, plan)) {
                return way.execute(plan, endpoint.baseUrl(), progress);
            }
        }
    }

    /** A run falls short when the board would not rank it for its failures. */
    static boolean goodEnough(MeasuredRun measured) {
        return measured.run().verdict().valid() && reached(measured.summary().success());
    }

    /** Whether a share is as large as the board asks of successes. */
    static boolean reached(Optional<SuccessRate> share) {
        return share.map(SuccessRate::rate).orElse(0.0) >= RankingRule.DEFAULT.minimumSuccessRate();
    }

    /** This machine, as its environment variables describe it. */
    static RunEnvironment host() {
        return RunEnvironment.detect(
                System.getenv().getOrDefault("LEADERBOARD_REGION", UNKNOWN),
                System.getenv().getOrDefault("LEADERBOARD_HOST_TYPE", UNKNOWN));
    }
}
