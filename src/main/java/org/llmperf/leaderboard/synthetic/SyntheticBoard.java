package org.llmperf.leaderboard.synthetic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.JDKRandomBridge;
import org.apache.commons.rng.simple.RandomSource;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Method;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.summary.Summarizer;

/**
 * Years of results that nobody measured, for looking at pages and loading them. Everything in them says SYNTHETIC; the same
 * settings make the same results.
 */
public final class SyntheticBoard {
    private static final String SYNTHETIC = "SYNTHETIC";
    private static final int WORKERS = 5;
    private static final Duration RUN = Duration.ofMinutes(2);

    private final SyntheticSettings settings;
    private final Registry registry;
    private final Scenario scenario = ScenarioReader.builtIn("llmperf-550-150");
    private final RunEnvironment environment =
            RunEnvironment.detect(SYNTHETIC, SYNTHETIC + ": invented, never measured");

    public SyntheticBoard(SyntheticSettings settings) {
        this.settings = settings;
        this.registry = SyntheticRegistry.of(settings.offerings());
    }

    public Registry registry() {
        return registry;
    }

    /**
     * The oldest round first; each is made when the stream comes to it. To be read once, in order.
     *
     * @param newest when the newest one begins; the others lie a week apart before it
     */
    public Stream<SyntheticRound> rounds(Instant newest) {
        List<Random> chances = new ArrayList<>();
        List<Drift> drifts = new ArrayList<>();
        for (int i = 0; i < registry.offerings().size(); i++) {
            var chance = new JDKRandomBridge(RandomSource.XO_SHI_RO_256_PP, settings.seed() * 1_000_003 + i);
            chances.add(chance);
            drifts.add(new Drift(chance));
        }
        return Stream.iterate(0, week -> week < settings.rounds(), week -> week + 1)
                .map(week -> round(week, newest, drifts, chances));
    }

    private SyntheticRound round(int week, Instant newest, List<Drift> drifts, List<Random> chances) {
        int before = settings.rounds() - 1 - week;
        Instant startedAt = newest.minus(7L * before, ChronoUnit.DAYS);
        var results = new ArrayList<SyntheticRound.Result>();
        for (int i = 0; i < drifts.size(); i++) {
            List<Draw> draws = Draw.of(drifts.get(i).next(), scenario.requests(), chances.get(i));
            Instant runStart = startedAt.plus(RUN.multipliedBy(i));
            results.add(result(registry.offerings().get(i), draws, runStart, before < settings.requestsFor()));
        }
        Instant end = startedAt.plus(RUN.multipliedBy(drifts.size()));
        return new SyntheticRound(SYNTHETIC, scenario, settings.seed() + week, startedAt, end, results);
    }

    private SyntheticRound.Result result(Offering offering, List<Draw> draws, Instant startedAt, boolean requests) {
        if (requests) {
            DrawnRequests drawn =
                    DrawnRequests.of(draws, WORKERS, scenario.inputTokens().mean(), startedAt);
            Run run = run(offering, startedAt, drawn.wallNanos(), drawn.requests());
            return new SyntheticRound.Result(run, Summarizer.summarise(run));
        }
        double seconds = draws.stream().mapToDouble(Draw::whole).sum() / WORKERS;
        return new SyntheticRound.Result(
                run(offering, startedAt, Math.round(seconds * 1e9), List.of()),
                DrawnSummary.of(draws, scenario, seconds));
    }

    private Run run(Offering offering, Instant startedAt, long wallNanos, List<MeasuredRequest> requests) {
        String name = SYNTHETIC + " " + settings.seed() + " " + offering.slug() + " " + startedAt;
        return new Run(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                new RunConfiguration(
                        Method.VERSION,
                        scenario,
                        offering,
                        offering.provider().baseUrl().orElseThrow(),
                        settings.seed(),
                        SYNTHETIC,
                        SYNTHETIC,
                        Optional.empty(),
                        Method.HTTP_VERSION,
                        SYNTHETIC,
                        Method.RETRIES),
                environment,
                startedAt,
                startedAt.plusNanos(wallNanos),
                wallNanos,
                requests,
                RunVerdict.VALID);
    }
}
