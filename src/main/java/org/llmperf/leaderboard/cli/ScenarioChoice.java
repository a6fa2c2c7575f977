package org.llmperf.leaderboard.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.scenario.Arrival;
import org.llmperf.leaderboard.scenario.Connections;
import org.llmperf.leaderboard.scenario.InvalidScenarioException;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.LoadShape.ClosedLoop;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.scenario.Timeouts;
import picocli.CommandLine.ParameterException;

/** Makes scenarios of the options, and refuses options that do not go together. */
final class ScenarioChoice {
    /** Enough for any rate that this machine can measure well; each takes a thread. */
    private static final int MOST_IN_FLIGHT = 1000;

    private static final double HIGHEST_RATE = 100_000;

    private final LoadOptions load;
    private final ShapeOptions shape;

    ScenarioChoice(LoadOptions load, ShapeOptions shape) {
        this.load = load;
        this.shape = shape;
    }

    /**
     * One scenario, or one for each step of a sweep.
     *
     * @throws ParameterException if there is no such scenario, or the options make no sense
     */
    List<Scenario> scenarios() {
        Scenario scenario = load.scenario == null ? byFlags() : named();
        return shape.sweep.isEmpty() ? List.of(scenario) : swept(scenario);
    }

    private Scenario named() {
        Stream.of(ShapeOptions.RATE, ShapeOptions.ARRIVAL, ShapeOptions.DURATION, ShapeOptions.CONNECTIONS)
                .filter(load::given)
                .findFirst()
                .ifPresent(option -> {
                    throw load.bad("--scenario sets the load already; leave out " + option);
                });
        try {
            return read(load.scenario);
        } catch (IllegalArgumentException | InvalidScenarioException | UncheckedIOException e) {
            throw load.bad(e.getMessage());
        }
    }

    private static Scenario read(String text) {
        if (text.stripLeading().startsWith("{")) {
            return ScenarioReader.read("of the command line", text);
        }
        boolean file = text.contains("/") || text.contains("\\") || text.endsWith(".yaml") || text.endsWith(".yml");
        return file ? ScenarioReader.read(Path.of(text)) : ScenarioReader.builtIn(text);
    }

    private Scenario byFlags() {
        atLeast(1, load.meanInputTokens, "--mean-input-tokens");
        atLeast(0, load.stddevInputTokens, "--stddev-input-tokens");
        atLeast(1, load.meanOutputTokens, "--mean-output-tokens");
        atLeast(0, load.stddevOutputTokens, "--stddev-output-tokens");
        atLeast(1, load.requests, LoadOptions.REQUESTS);
        Optional<Duration> duration = Optional.ofNullable(shape.duration);
        return new Scenario(
                "custom",
                1,
                "As given on the command line",
                new LengthDistribution.Normal(load.meanInputTokens, load.stddevInputTokens),
                new LengthDistribution.Normal(load.meanOutputTokens, load.stddevOutputTokens),
                duration.isPresent() && !load.given(LoadOptions.REQUESTS) ? Scenario.MOST_REQUESTS : load.requests,
                shape(),
                timeouts(duration),
                duration,
                shape.connections == null ? Connections.FRESH : shape.connections);
    }

    private LoadShape shape() {
        atLeast(1, load.workers, LoadOptions.WORKERS);
        if (shape.rate == null) {
            if (shape.arrival != null) {
                throw load.bad(ShapeOptions.ARRIVAL + " says how an offered rate arrives; add " + ShapeOptions.RATE);
            }
            return new ClosedLoop(load.workers);
        }
        if (!(shape.rate > 0 && shape.rate <= HIGHEST_RATE)) {
            throw load.bad(ShapeOptions.RATE + " must be a number over 0 and up to 100000 a second, not " + shape.rate);
        }
        return new OpenLoop(
                shape.rate,
                shape.arrival == null ? Arrival.CONSTANT : shape.arrival,
                load.given(LoadOptions.WORKERS) ? load.workers : MOST_IN_FLIGHT);
    }

    private Timeouts timeouts(Optional<Duration> duration) {
        atLeast(1, load.timeoutSeconds, LoadOptions.TIMEOUT);
        atLeast(1, load.requestTimeoutSeconds, "--request-timeout");
        if (duration.filter(Duration::isZero).isPresent()) {
            throw load.bad(ShapeOptions.DURATION + " must be over 0");
        }
        Duration request = Duration.ofSeconds(load.requestTimeoutSeconds);
        Duration run = duration.isPresent() && !load.given(LoadOptions.TIMEOUT)
                ? duration.get().plus(request)
                : Duration.ofSeconds(load.timeoutSeconds);
        if (duration.isPresent() && run.compareTo(duration.get()) <= 0) {
            throw load.bad(LoadOptions.TIMEOUT + " " + load.timeoutSeconds + " would cut the run before its "
                    + ShapeOptions.DURATION + " is over");
        }
        Timeouts fixed = ScenarioReader.builtIn("llmperf-550-150").timeouts();
        return new Timeouts(fixed.connect(), fixed.firstByte(), fixed.stall(), request, run);
    }

    private List<Scenario> swept(Scenario scenario) {
        if (!(scenario.load() instanceof ClosedLoop)) {
            throw load.bad(ShapeOptions.SWEEP + " changes the number of workers, and an offered rate has none");
        }
        if (load.given(LoadOptions.WORKERS)) {
            throw load.bad(ShapeOptions.SWEEP + " sets the number of workers; leave out " + LoadOptions.WORKERS);
        }
        for (int workers : shape.sweep) {
            atLeast(1, workers, ShapeOptions.SWEEP);
            if (workers > scenario.requests()) {
                throw load.bad("%d workers need at least %d requests in each run, not %d; see %s"
                        .formatted(workers, workers, scenario.requests(), LoadOptions.REQUESTS));
            }
        }
        return shape.sweep.stream()
                .map(workers -> scenario.withLoad(new ClosedLoop(workers)))
                .toList();
    }

    private void atLeast(int least, int value, String name) {
        if (value < least) {
            throw load.bad(name + " must be at least " + least + ", not " + value);
        }
    }
}
