package org.llmperf.leaderboard.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.engine.ProviderEndpoint;
import org.llmperf.leaderboard.engine.RunExecutor;
import org.llmperf.leaderboard.engine.WarmUp;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.ranking.RankingRule;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.PromptMaker;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.summary.SuccessRate;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Sends one run of load to a provider and says what came back.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    private static final String UNKNOWN = "unknown";

    @Mixin
    TargetOptions target;

    @Mixin
    LoadOptions load;

    @Mixin
    ShapeOptions shape;

    @Mixin
    TokenizerOption tokenizer;

    @Mixin
    BudgetOptions budget;

    @Option(
            names = "--results-dir",
            defaultValue = "",
            description =
                    "Folder for LLMPerf's two result files and one of the whole run; empty: none are written. With"
                            + " --sweep each run has a folder of its own in it.")
    String resultsDir;

    @Option(
            names = "--metadata",
            defaultValue = "",
            description = "key=value pairs, separated by commas, for the summary file.")
    String metadata;

    @Option(
            names = "--json",
            description = "Print LLMPerf's summary as JSON instead of a table; with --sweep a list of them.")
    boolean json;

    @Option(names = "--quiet", description = "No progress on standard error.")
    boolean quiet;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ApiKeys keys = ApiKeys.fromEnvironment();
        // on the other processor, while this one reads settings and makes prompts
        var warmUp = CompletableFuture.runAsync(WarmUp::briefly);
        Offering offering = target.offering(load.samplingParameters(), keys);
        List<Scenario> scenarios = new ScenarioChoice(load, shape).scenarios();
        BenchReport report = report();
        TokenCounter tokens = tokenizer.counter();
        var planner = new RunPlanner(new PromptMaker(HuggingFaceTokenCounter.llama2()));
        long seed = load.seed();
        RunPlan first = planner.plan(offering, scenarios.get(0), seed);
        tell("Warming up, then " + requests(first, scenarios.size()) + " to " + offering.slug() + ", seed " + seed);
        warmUp.join();
        System.gc(); // what preparing left behind shall neither be collected while we measure nor held
        boolean good = true;
        try (var interruption = Interruption.ofThisThread()) {
            report.begin();
            for (int step = 0; step < scenarios.size() && !interruption.happened(); step++) {
                // prompts of its own for each run: a provider's cache must not serve the later ones
                RunPlan plan = step == 0 ? first : planner.plan(offering, scenarios.get(step), seed + step);
                ErrorBudget allowed = budget.over(ErrorBudget.forRun(plan.mostUnderWay()));
                var executor =
                        new RunExecutor(keys, tokens, environment(), allowed, NanoClock.SYSTEM, Clock.systemUTC());
                MeasuredRun measured = execute(executor, plan);
                report.add(measured).forEach(file -> tell("Wrote " + file));
                good &= goodEnough(measured);
            }
            report.end();
            return interruption.happened() || !good ? 1 : 0;
        }
    }

    private BenchReport report() {
        return new BenchReport(
                spec.commandLine().getOut(),
                json,
                !shape.sweep.isEmpty(),
                resultsDir.isEmpty() ? Optional.empty() : Optional.of(Path.of(resultsDir)),
                metadata());
    }

    private static String requests(RunPlan plan, int runs) {
        Scenario scenario = plan.scenario();
        String each = scenario.duration()
                .map(duration -> "up to " + plan.prompts().size() + " requests in " + duration.toSeconds() + " s")
                .orElseGet(() -> plan.prompts().size() + " requests");
        return runs == 1 ? each : runs + " times " + each;
    }

    private MeasuredRun execute(RunExecutor executor, RunPlan plan) {
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(plan.offering().provider())) {
            if (quiet || System.console() == null) {
                return executor.execute(plan, endpoint.baseUrl(), RunListener.NONE);
            }
            try (var progress = ProgressDisplay.of("bench", plan)) {
                return executor.execute(plan, endpoint.baseUrl(), progress);
            }
        }
    }

    /** A run falls short when the board would not rank it for its failures. */
    private static boolean goodEnough(MeasuredRun measured) {
        double rate = measured.summary().success().map(SuccessRate::rate).orElse(0.0);
        return measured.run().verdict().valid() && rate >= RankingRule.DEFAULT.minimumSuccessRate();
    }

    private static RunEnvironment environment() {
        return RunEnvironment.detect(
                System.getenv().getOrDefault("LEADERBOARD_REGION", UNKNOWN),
                System.getenv().getOrDefault("LEADERBOARD_HOST_TYPE", UNKNOWN));
    }

    private Map<String, String> metadata() {
        var pairs = new LinkedHashMap<String, String>();
        for (String pair : metadata.isEmpty() ? new String[0] : metadata.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(
                        spec.commandLine(), "--metadata must be key=value pairs separated by commas, not " + pair);
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private void tell(String line) {
        if (!quiet) {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        }
    }
}
