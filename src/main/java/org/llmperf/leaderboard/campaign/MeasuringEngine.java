package org.llmperf.leaderboard.campaign;

import java.time.Clock;
import java.util.UUID;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.engine.ProviderEndpoint;
import org.llmperf.leaderboard.engine.RunExecutor;
import org.llmperf.leaderboard.engine.WarmUp;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.loadgen.StopRule;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.PromptMaker;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;

/** The engine as a round uses it: made for one round, so that a board that only serves pages never loads a tokenizer. */
final class MeasuringEngine {
    private final RunPlanner planner;
    private final RunExecutor executor;

    MeasuringEngine(ApiKeys keys, RunEnvironment environment, ErrorBudget budget, Clock clock) {
        TokenCounter tokens = HuggingFaceTokenCounter.llama2();
        planner = new RunPlanner(new PromptMaker(tokens));
        executor = new RunExecutor(keys, tokens, environment, budget, NanoClock.SYSTEM, clock);
    }

    void warmUp() {
        WarmUp.run();
    }

    MeasuredRun measure(UUID id, Offering offering, Scenario scenario, long seed, RunListener listener, StopRule rule) {
        RunPlan plan = planner.plan(offering, scenario, seed);
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(offering.provider())) {
            return executor.execute(id, plan, endpoint.baseUrl(), listener, rule);
        }
    }
}
