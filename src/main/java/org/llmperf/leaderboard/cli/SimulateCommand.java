package org.llmperf.leaderboard.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.llmperf.leaderboard.engine.WarmUp;
import org.llmperf.leaderboard.simulator.Simulator;
import org.llmperf.leaderboard.simulator.SimulatorSettings;
import org.llmperf.leaderboard.simulator.Trick;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description =
                "A simulated provider on this machine, speaking the stream formats of OpenAI and Anthropic, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    @Option(names = "--port", defaultValue = "8089", description = "Port on 127.0.0.1; 0 takes any free one.")
    int port;

    @Option(
            names = "--ttft",
            defaultValue = "50ms",
            description = "Time to the first content, for example 50ms or 1.5s.")
    Duration ttft;

    @Option(names = "--itl", defaultValue = "10ms", description = "Time between two tokens.")
    Duration itl;

    @Option(
            names = "--jitter",
            defaultValue = "0",
            description = "Standard deviation of each delay as a share of it, 0 to 1.")
    double jitter;

    @Option(names = "--tokens-per-event", defaultValue = "1", description = "Tokens in one event.")
    int tokensPerEvent;

    @Option(names = "--stall-rate", defaultValue = "0", description = "Share of requests that pause once, 0 to 1.")
    double stallRate;

    @Option(names = "--stall", defaultValue = "1s", description = "Length of that pause.")
    Duration stall;

    @Option(
            names = "--error-rate",
            defaultValue = "0",
            description = "Share of requests answered with HTTP 500, 0 to 1.")
    double errorRate;

    @Option(names = "--truncate-rate", defaultValue = "0", description = "Share of requests cut in the middle, 0 to 1.")
    double truncateRate;

    @Option(
            names = "--rate-limit",
            defaultValue = "0",
            description = "Requests accepted a second, the rest gets 429; 0: all.")
    double rateLimit;

    @Option(
            names = "--wrong-rate",
            defaultValue = "0",
            description = "Share of wrong answers to the questions of the command correctness, 0 to 1.")
    double wrongRate;

    @Option(names = "--trick", description = "Plays a trick that would flatter a provider: ${COMPLETION-CANDIDATES}.")
    Trick trick;

    @Option(names = "--seed", defaultValue = "1", description = "Of every random choice.")
    long seed;

    @Option(names = "--with-process", hidden = true, description = "Ends when the process with this id does.")
    Long companion;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SimulatorSettings settings = settings();
        if (companion != null) {
            WarmUp.run(); // somebody compares its clock with ours: a cold provider would be late for both
        }
        try (Simulator simulator = Simulator.start(settings, port)) {
            spec.commandLine()
                    .getOut()
                    .println("Simulated provider at " + simulator.baseUrl() + ", end it with Ctrl-C");
            spec.commandLine().getOut().flush();
            awaitEnd();
        }
        return 0;
    }

    private void awaitEnd() throws InterruptedException {
        var ended = new CountDownLatch(1);
        if (companion != null) {
            ProcessHandle.of(companion)
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .thenRun(ended::countDown);
        }
        ended.await();
    }

    private SimulatorSettings settings() {
        if (port < 0 || port > MOST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port must lie between 0 and " + MOST_PORT + ", not " + port);
        }
        if (stallRate == 0 && spec.commandLine().getParseResult().hasMatchedOption("--stall")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--stall is the length of a pause; say how many requests pause by --stall-rate");
        }
        try {
            return new SimulatorSettings(
                    ttft,
                    itl,
                    jitter,
                    tokensPerEvent,
                    stallRate,
                    stall,
                    errorRate,
                    truncateRate,
                    rateLimit,
                    wrongRate,
                    trick,
                    seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
