package org.llmperf.leaderboard.scenario;

import java.util.List;
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

    /**
     * As the other, each block of the run with prompts of its own seed.
     *
     * @throws IllegalArgumentException also if there are more seeds than requests, or none, or several for a run of a fixed time
     */
    public RunPlan plan(Offering offering, Scenario scenario, List<Long> seeds) {
        if (seeds.size() == 1) {
            return plan(offering, scenario, seeds.get(0));
        }
        if (scenario.duration().isPresent()) {
            throw new IllegalArgumentException("a run for a fixed time has one seed");
        }
        List<RunPlan> blocks = Block.divide(scenario.requests(), seeds.size()).stream()
                .map(block -> plan(offering, scenario.part(block.requests()), seeds.get(block.number() - 1)))
                .toList();
        return RunPlan.join(scenario, blocks);
    }
}
