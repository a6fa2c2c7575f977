package org.llmperf.leaderboard.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Dialects;
import org.llmperf.leaderboard.correctness.CorrectnessResult;
import org.llmperf.leaderboard.correctness.NumberQuestions;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.engine.RunExecutor;
import org.llmperf.leaderboard.llmperf.CorrectnessFiles;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "correctness",
        description = "Asks a provider for numbers that it is told in words, and says how many answers are right.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class CorrectnessCommand implements Callable<Integer> {
    @Mixin
    TargetOptions target;

    @Option(names = LoadOptions.REQUESTS, defaultValue = "50", description = "Questions asked, exactly.")
    int requests;

    @Mixin
    SendingOptions sending;

    @Mixin
    OutputOptions output;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ApiKeys keys = ApiKeys.fromEnvironment();
        sending.atLeast(1, requests, LoadOptions.REQUESTS);
        Offering offering = target.offering(sending.samplingParameters(), keys);
        var metadata = output.metadata();
        NumberQuestions questions = NumberQuestions.draw(
                offering.withDefaults(likeliestAnswer(offering)),
                requests,
                sending.workers(),
                sending.timeouts(sending.timeout()),
                sending.seed());
        output.tell("Asking " + offering.slug() + " for " + requests + " numbers, seed "
                + questions.plan().seed());
        try (var interruption = Interruption.ofThisThread()) {
            MeasuredRun measured = Execution.of(
                    "correctness", questions.plan(), output.progress(), executor(keys)::executeUncertified);
            CorrectnessResult result = CorrectnessResult.of(questions, measured.run(), measured.summary());
            report(
                    result,
                    CorrectnessFiles.of(result, target.apiName(offering), sending.samplingParameters(), metadata));
            boolean good = Execution.goodEnough(measured) && Execution.reached(result.contain());
            return interruption.happened() || !good ? 1 : 0;
        }
    }

    private static Map<String, Object> likeliestAnswer(Offering offering) {
        return Dialects.find(offering.provider().api()).orElseThrow().likeliestAnswer();
    }

    private RunExecutor executor(ApiKeys keys) {
        return new RunExecutor(
                keys,
                HuggingFaceTokenCounter.llama2(),
                Execution.host(),
                ErrorBudget.forRun(sending.workers()),
                NanoClock.SYSTEM,
                Clock.systemUTC());
    }

    private void report(CorrectnessResult result, CorrectnessFiles files) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(output.json ? files.summaryJson() : CorrectnessTable.of(result));
        out.flush();
        output.folder().map(files::writeTo).ifPresent(written -> written.forEach(file -> output.tell("Wrote " + file)));
    }
}
