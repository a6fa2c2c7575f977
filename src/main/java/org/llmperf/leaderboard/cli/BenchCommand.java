package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.engine.ProviderEndpoint;
import org.llmperf.leaderboard.engine.RunExecutor;
import org.llmperf.leaderboard.engine.WarmUp;
import org.llmperf.leaderboard.llmperf.ResultFiles;
import org.llmperf.leaderboard.loadgen.RunListener;
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

    @Option(
            names = "--results-dir",
            defaultValue = "",
            description = "Folder for LLMPerf's two result files; empty: none are written.")
    String resultsDir;

    @Option(
            names = "--metadata",
            defaultValue = "",
            description = "key=value pairs, separated by commas, for the summary file.")
    String metadata;

    @Option(names = "--json", description = "Print LLMPerf's summary as JSON instead of a table.")
    boolean json;

    @Option(names = "--quiet", description = "No progress on standard error.")
    boolean quiet;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ApiKeys keys = ApiKeys.fromEnvironment();
        Offering offering = target.offering(load.samplingParameters(), keys);
        Scenario scenario = load.scenario();
        Map<String, String> notes = metadata();
        TokenCounter tokens = HuggingFaceTokenCounter.llama2();
        var planner = new RunPlanner(new PromptMaker(tokens));
        RunPlan plan = planner.plan(offering, scenario, load.seed());
        var executor = new RunExecutor(keys, tokens, environment(), NanoClock.SYSTEM, Clock.systemUTC());
        tell("Warming up, then " + scenario.requests() + " requests to " + offering.slug() + ", seed " + plan.seed());
        new WarmUp(executor, planner).run();
        try (var interruption = Interruption.ofThisThread()) {
            MeasuredRun measured = execute(executor, plan);
            report(measured, ResultFiles.of(measured.run(), measured.summary(), notes));
            return interruption.happened() || !goodEnough(measured) ? 1 : 0;
        }
    }

    private MeasuredRun execute(RunExecutor executor, RunPlan plan) {
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(plan.offering().provider())) {
            if (quiet || System.console() == null) {
                return executor.execute(plan, endpoint.baseUrl(), RunListener.NONE);
            }
            try (var progress = new ProgressDisplay("bench", plan.scenario().requests())) {
                return executor.execute(plan, endpoint.baseUrl(), progress);
            }
        }
    }

    private void report(MeasuredRun measured, ResultFiles files) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? files.summaryJson() : ResultTable.of(measured));
        out.flush();
        if (!resultsDir.isEmpty()) {
            files.writeTo(Path.of(resultsDir)).forEach(file -> tell("Wrote " + file));
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
