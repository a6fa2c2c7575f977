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
    private final SendingOptions sending;
    private final ShapeOptions shape;

    ScenarioChoice(LoadOptions load, SendingOptions sending, ShapeOptions shape) {
        this.load = load;
        this.sending = sending;
        this.shape = shape;
    }

    /**
     * One scenario, or one for each step of a sweep.
     *
     * @throws ParameterException if there is no such scenario, or the options make no sense
     */
    List<Scenario> scenarios() {
        Scenario scenario = load.scenario == null ? byFlags() : changed(named());
        return shape.sweep.isEmpty() ? List.of(scenario) : swept(scenario);
    }

    private Scenario named() {
        Stream.concat(
                        LoadOptions.LENGTHS.stream(),
                        Stream.of(
                                ShapeOptions.RATE,
                                ShapeOptions.ARRIVAL,
                                ShapeOptions.DURATION,
                                ShapeOptions.CONNECTIONS))
                .filter(sending::given)
                .findFirst()
                .ifPresent(option -> {
                    throw sending.bad("--scenario sets the load already; leave out " + option);
                });
        try {
            return read(load.scenario);
        } catch (IllegalArgumentException | InvalidScenarioException | UncheckedIOException e) {
            throw sending.bad(e.getMessage());
        }
    }

    /**
     * With what is said beside the scenario: how much is sent, by how many, and how long it may take. One that is changed has
     * another name, so that nobody takes its figures for those of the scenario.
     */
    private Scenario changed(Scenario scenario) {
        Scenario changed = scenario;
        if (sending.given(LoadOptions.REQUESTS) && load.requests != scenario.requests()) {
            sending.atLeast(1, load.requests, LoadOptions.REQUESTS);
            changed = changed.withRequests(load.requests);
        }
        if (sending.given(SendingOptions.WORKERS) && shape.sweep.isEmpty()) {
            LoadShape other = scenario.load() instanceof OpenLoop open
                    ? new OpenLoop(open.rate(), open.arrival(), sending.workers())
                    : new ClosedLoop(sending.workers());
            changed = other.equals(scenario.load()) ? changed : changed.withLoad(other);
        }
        Timeouts limits = limits(scenario.timeouts());
        scenario.duration().ifPresent(duration -> mustLast(limits.run(), duration));
        return limits.equals(scenario.timeouts()) ? changed : changed.withTimeouts(limits);
    }

    private Timeouts limits(Timeouts usual) {
        return new Timeouts(
                usual.connect(),
                usual.firstByte(),
                usual.stall(),
                sending.given(SendingOptions.REQUEST_TIMEOUT) ? sending.requestTimeout() : usual.request(),
                sending.given(SendingOptions.TIMEOUT) ? sending.timeout() : usual.run());
    }

    private void mustLast(Duration run, Duration duration) {
        if (run.compareTo(duration) <= 0) {
            throw sending.bad(SendingOptions.TIMEOUT + " " + run.toSeconds() + " would cut the run before its "
                    + ShapeOptions.DURATION + " is over");
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
        sending.atLeast(1, load.meanInputTokens, "--mean-input-tokens");
        sending.atLeast(0, load.stddevInputTokens, "--stddev-input-tokens");
        sending.atLeast(1, load.meanOutputTokens, "--mean-output-tokens");
        sending.atLeast(0, load.stddevOutputTokens, "--stddev-output-tokens");
        sending.atLeast(1, load.requests, LoadOptions.REQUESTS);
        Optional<Duration> duration = Optional.ofNullable(shape.duration);
        return new Scenario(
                "custom",
                1,
                "As given on the command line",
                new LengthDistribution.Normal(load.meanInputTokens, load.stddevInputTokens),
                new LengthDistribution.Normal(load.meanOutputTokens, load.stddevOutputTokens),
                duration.isPresent() && !sending.given(LoadOptions.REQUESTS) ? Scenario.MOST_REQUESTS : load.requests,
                shape(),
                timeouts(duration),
                duration,
                shape.connections == null ? Connections.FRESH : shape.connections);
    }

    private LoadShape shape() {
        int workers = sending.workers();
        if (shape.rate == null) {
            if (shape.arrival != null) {
                throw sending.bad(ShapeOptions.ARRIVAL + " says how an offered rate arrives; add " + ShapeOptions.RATE);
            }
            return new ClosedLoop(workers);
        }
        if (!(shape.rate > 0 && shape.rate <= HIGHEST_RATE)) {
            throw sending.bad(
                    ShapeOptions.RATE + " must be a number over 0 and up to 100000 a second, not " + shape.rate);
        }
        return new OpenLoop(
                shape.rate,
                shape.arrival == null ? Arrival.CONSTANT : shape.arrival,
                sending.given(SendingOptions.WORKERS) ? workers : MOST_IN_FLIGHT);
    }

    private Timeouts timeouts(Optional<Duration> duration) {
        Duration limit = sending.timeout();
        if (duration.filter(Duration::isZero).isPresent()) {
            throw sending.bad(ShapeOptions.DURATION + " must be over 0");
        }
        Duration run = duration.isPresent() && !sending.given(SendingOptions.TIMEOUT)
                ? duration.get().plus(sending.requestTimeout())
                : limit;
        duration.ifPresent(needed -> mustLast(run, needed));
        return sending.timeouts(run);
    }

    private List<Scenario> swept(Scenario scenario) {
        if (!(scenario.load() instanceof ClosedLoop)) {
            throw sending.bad(ShapeOptions.SWEEP + " changes the number of workers, and an offered rate has none");
        }
        if (sending.given(SendingOptions.WORKERS)) {
            throw sending.bad(ShapeOptions.SWEEP + " sets the number of workers; leave out " + SendingOptions.WORKERS);
        }
        for (int workers : shape.sweep) {
            sending.atLeast(1, workers, ShapeOptions.SWEEP);
            if (workers > scenario.requests()) {
                throw sending.bad("%d workers need at least %d requests in each run, not %d; see %s"
                        .formatted(workers, workers, scenario.requests(), LoadOptions.REQUESTS));
            }
        }
        return shape.sweep.stream()
                .map(workers -> scenario.withLoad(new ClosedLoop(workers)))
                .toList();
    }
}
