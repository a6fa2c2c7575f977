package org.llmperf.leaderboard.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.llmperf.leaderboard.calibration.CalibrationLoad;
import org.llmperf.leaderboard.calibration.Calibrator;
import org.llmperf.leaderboard.calibration.EngineWatch;
import org.llmperf.leaderboard.engine.WarmUp;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.EngineLoad;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.RequestTrace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "calibrate",
        description = "This machine's own measuring error, against a simulated provider in a process of its own.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class CalibrateCommand implements Callable<Integer> {
    /** By trial: with one round the first tokens of five streams were 3.7 ms late at the median, further ones change little. */
    private static final int WARM_ROUNDS = 3;

    private static final int FEWEST = 100;
    private static final int ROUNDS = 5;

    @Option(names = "--num-concurrent-requests", defaultValue = "5", description = "Requests under way at once.")
    int concurrency;

    @Option(
            names = "--requests",
            description = "Requests in all. Default: " + ROUNDS + " of each worker, " + FEWEST + " at least.")
    Integer requests;

    @Option(names = "--tokens", defaultValue = "50", description = "Content events of one answer.")
    int tokens;

    @Option(names = "--ttft", defaultValue = "50ms", description = "Time to the first content, as it is simulated.")
    Duration ttft;

    @Option(
            names = "--itl",
            description =
                    "Time between two tokens, as it is simulated. Default: 10ms, or what makes some 16,000 events a"
                            + " second of all together.")
    Duration itl;

    @Mixin
    BudgetOptions budget;

    @Option(names = "--json", description = "Print JSON instead of a table; times in seconds.")
    boolean json;

    @Option(names = "--quiet", description = "No progress on standard error.")
    boolean quiet;

    @Spec
    CommandSpec spec;

    /** What is printed as JSON. */
    private record Report(Calibration calibration, EngineLoad engine, ErrorBudget budget, List<String> overBudget) {}

    @Override
    public Integer call() throws JsonProcessingException {
        CalibrationLoad load = load();
        ErrorBudget allowed = budget.over(ErrorBudget.quiet(concurrency));
        tell("Warming up, then " + load.requests() + " requests, " + concurrency + " at a time");
        WarmUp.run();
        try (var interruption = Interruption.ofThisThread();
                SimulatorProcess provider = SimulatorProcess.start(load.provider())) {
            Report report = measure(load, provider.baseUrl(), allowed);
            print(report);
            return interruption.happened() || !report.overBudget().isEmpty() ? 1 : 0;
        }
    }

    private CalibrationLoad load() {
        atLeast(1, concurrency, "--num-concurrent-requests");
        int all = Optional.ofNullable(requests).orElse(Math.max(FEWEST, ROUNDS * concurrency));
        atLeast(1, all, "--requests");
        atLeast(1, tokens, "--tokens");
        Duration gap = Optional.ofNullable(itl).orElse(CalibrationLoad.gap(concurrency));
        var load = new CalibrationLoad(concurrency, all, tokens, ttft, gap);
        try {
            load.provider();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        return load;
    }

    private Report measure(CalibrationLoad load, URI provider, ErrorBudget allowed) {
        var calibrator = new Calibrator(NanoClock.SYSTEM, Clock.systemUTC());
        // as many streams as will be measured: their connections and buffers are made for the first time, too
        for (int round = 0; round < WARM_ROUNDS; round++) {
            calibrator.calibrate(CalibrationLoad.brief(concurrency), provider, RunListener.NONE);
        }
        System.gc(); // what warming up left behind shall not be collected while we measure
        try (var watch = new EngineWatch(NanoClock.SYSTEM)) {
            List<RequestTrace> traces = Collections.synchronizedList(new ArrayList<>());
            Calibration calibration = calibrate(calibrator, load, provider, traces);
            EngineLoad meanwhile = watch.load(traces);
            List<String> excesses = new ArrayList<>(allowed.excesses(calibration));
            excesses.addAll(allowed.excesses(meanwhile));
            return new Report(calibration, meanwhile, allowed, excesses);
        }
    }

    private Calibration calibrate(
            Calibrator calibrator, CalibrationLoad load, URI provider, List<RequestTrace> traces) {
        RunListener keep = (trace, finished, planned) -> traces.add(trace);
        if (quiet || System.console() == null) {
            return calibrator.calibrate(load, provider, keep);
        }
        try (var progress = new ProgressDisplay("calibrate", load.requests())) {
            return calibrator.calibrate(load, provider, (trace, finished, planned) -> {
                keep.requestFinished(trace, finished, planned);
                progress.requestFinished(trace, finished, planned);
            });
        }
    }

    private void print(Report report) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ConfigurationJson.newMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(report));
        } else {
            CertificateLines.of(report.calibration()).forEach(out::println);
            CertificateLines.of(report.engine()).forEach(out::println);
            report.overBudget().forEach(excess -> out.println("OVER BUDGET " + excess));
        }
        out.flush();
    }

    private void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new ParameterException(spec.commandLine(), name + " must be at least " + least + ", not " + value);
        }
    }

    private void tell(String line) {
        if (!quiet) {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        }
    }
}
