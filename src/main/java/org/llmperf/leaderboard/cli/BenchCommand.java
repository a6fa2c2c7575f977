package org.llmperf.leaderboard.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.engine.RunExecutor;
import org.llmperf.leaderboard.engine.WarmUp;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.PromptMaker;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Sends one run of load to a provider and says what came back.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    @Mixin
    TargetOptions target;

    @Mixin
    LoadOptions load;

    @Mixin
    SendingOptions sending;

    @Mixin
    ShapeOptions shape;

    @Mixin
    TokenizerOption tokenizer;

    @Mixin
    BudgetOptions budget;

    @Mixin
    OutputOptions output;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ApiKeys keys = ApiKeys.fromEnvironment();
        // on the other processor, while this one reads settings and makes prompts
        var warmUp = CompletableFuture.runAsync(WarmUp::briefly);
        Offering offering = target.offering(sending.samplingParameters(), keys);
        List<Scenario> scenarios = new ScenarioChoice(load, sending, shape).scenarios();
        BenchReport report = report();
        TokenCounter tokens = tokenizer.counter();
        var planner = new RunPlanner(new PromptMaker(HuggingFaceTokenCounter.llama2()));
        List<Long> seeds = sending.seeds();
        RunPlan first = plan(planner, offering, scenarios.get(0), seeds, 0);
        output.tell("Warming up, then " + requests(first, scenarios.size()) + " to " + offering.slug() + ", seed "
                + seeds.stream().map(String::valueOf).collect(Collectors.joining(",")));
        warmUp.join();
        System.gc(); // what preparing left behind shall neither be collected while we measure nor held
        boolean good = true;
        try (var interruption = Interruption.ofThisThread()) {
            report.begin();
            for (int step = 0; step < scenarios.size() && !interruption.happened(); step++) {
                RunPlan plan = step == 0 ? first : plan(planner, offering, scenarios.get(step), seeds, step);
                ErrorBudget allowed = budget.over(ErrorBudget.forRun(plan.mostUnderWay()));
                var executor =
                        new RunExecutor(keys, tokens, Execution.host(), allowed, NanoClock.SYSTEM, Clock.systemUTC());
                MeasuredRun measured = Execution.of("bench", plan, output.progress(), executor::execute);
                report.add(measured).forEach(file -> output.tell("Wrote " + file));
                good &= Execution.goodEnough(measured);
            }
            report.end();
            return interruption.happened() || !good ? 1 : 0;
        }
    }

    /** Prompts of its own for each step: a provider's cache must not serve the later ones. */
    private RunPlan plan(RunPlanner planner, Offering offering, Scenario scenario, List<Long> seeds, int step) {
        try {
            return planner.plan(
                    offering, scenario, seeds.stream().map(seed -> seed + step).toList());
        } catch (IllegalArgumentException e) {
            throw sending.bad("Nothing can be sent: " + e.getMessage());
        }
    }

    private BenchReport report() {
        return new BenchReport(
                spec.commandLine().getOut(), output.json, !shape.sweep.isEmpty(), output.folder(), output.metadata());
    }

    private static String requests(RunPlan plan, int runs) {
        Scenario scenario = plan.scenario();
        String each = scenario.duration()
                .map(duration -> "up to " + plan.prompts().size() + " requests in " + duration.toSeconds() + " s")
                .orElseGet(() -> plan.prompts().size() + " requests");
        return runs == 1 ? each : runs + " times " + each;
    }
}
