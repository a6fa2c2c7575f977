package org.llmperf.leaderboard.scenario;

import org.llmperf.leaderboard.registry.Offering;

/** Decides everything about a run before its clock starts, so that no prompt is made while requests wait for it. */
public final class RunPlanner {
    private final PromptMaker prompts;

    public RunPlanner(PromptMaker prompts) {
        this.prompts = prompts;
    }

    /**
     * @throws IllegalArgumentException if the scenario's lengths are so short that no prompt can be made
     */
    public RunPlan plan(Offering offering, Scenario scenario, long seed) {
        return RunPlan.of(offering, scenario, seed, prompts.make(scenario, seed));
    }
}
