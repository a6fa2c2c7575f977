package org.llmperf.leaderboard.scenario;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;

import static org.assertj.core.api.Assertions.assertThat;

class RunPlannerTest {
    private static final Provider PROVIDER = new Provider(
            "example",
            "Example",
            URI.create("https://example.org"),
            Optional.empty(),
            "openai",
            Optional.of(URI.create("https://api.example.org/v1")),
            Optional.of("EXAMPLE_API_KEY"),
            Optional.empty());
    private static final Offering OFFERING =
            new Offering(PROVIDER, new Model("llama-2-70b"), "llama-2-70b-chat", Map.of(), Optional.empty());

    private final RunPlanner planner = new RunPlanner(new PromptMaker(HuggingFaceTokenCounter.llama2()));
    private final Scenario fixed = ScenarioReader.builtIn("llmperf-550-150");

    @Test
    void the_hash_is_that_of_all_prompts_joined_by_nul() {
        RunPlan plan = planner.plan(OFFERING, fixed, PromptMaker.LLMPERF_SEED);
        assertThat(plan.promptSetHash()).isEqualTo("2ddfde0cafe5638558252dc90000bab8bfeec89b9303973919bc13fe87907b6b");
    }

    @Test
    void a_plan_holds_all_that_the_run_needs() {
        RunPlan plan = planner.plan(OFFERING, fixed, 7);
        assertThat(plan.offering()).isEqualTo(OFFERING);
        assertThat(plan.scenario()).isEqualTo(fixed);
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.prompts()).hasSize(150);
    }

    @Test
    void a_plan_can_be_made_again() {
        assertThat(planner.plan(OFFERING, fixed, 7)).isEqualTo(planner.plan(OFFERING, fixed, 7));
    }
}
