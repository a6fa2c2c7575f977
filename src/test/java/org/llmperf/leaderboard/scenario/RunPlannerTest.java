package org.llmperf.leaderboard.scenario;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    void each_block_has_prompts_of_its_own_seed() {
        RunPlan plan = planner.plan(OFFERING, fixed, List.of(7L, 8L, 9L));

        assertThat(plan.scenario()).isEqualTo(fixed);
        assertThat(plan.seeds()).containsExactly(7L, 8L, 9L);
        assertThat(plan.prompts()).hasSize(150);
        assertThat(plan.prompts().subList(0, 50))
                .isEqualTo(planner.plan(OFFERING, fixed, 7).prompts().subList(0, 50));
        assertThat(plan.prompts().subList(50, 100))
                .isEqualTo(planner.plan(OFFERING, fixed, 8).prompts().subList(0, 50));
        assertThat(plan.promptSetHash())
                .isEqualTo(RunPlan.hashOfBlocks(Stream.of(7, 8, 9)
                        .map(seed ->
                                planner.plan(OFFERING, fixed.part(50), seed).promptSetHash())
                        .toList()));
        assertThat(planner.plan(OFFERING, fixed, List.of(7L))).isEqualTo(planner.plan(OFFERING, fixed, 7));
    }

    @Test
    void a_plan_can_be_made_again() {
        assertThat(planner.plan(OFFERING, fixed, 7)).isEqualTo(planner.plan(OFFERING, fixed, 7));
    }
}
