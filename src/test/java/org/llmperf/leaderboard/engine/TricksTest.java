package org.llmperf.leaderboard.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.client.Limits;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderClients;
import org.llmperf.leaderboard.loadgen.HopelessProvider;
import org.llmperf.leaderboard.loadgen.LoadGenerator;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.measurement.Measurer;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.ranking.Candidate;
import org.llmperf.leaderboard.ranking.Exclusion;
import org.llmperf.leaderboard.ranking.Ranker;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.ranking.RankingRule;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.PromptMaker;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.simulator.SimulatorSettings;
import org.llmperf.leaderboard.simulator.Trick;
import org.llmperf.leaderboard.summary.Flag;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.tokens.HuggingFaceTokenCounter;
import org.llmperf.leaderboard.tokens.TokenCounter;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No trick pays: a provider that plays one is measured beside its honest twin, and gains no rank by any metric. Both are measured at
 * the same time, so that what else the machine does falls on both. Writes its table to {@code target/tricks.md}.
 */
class TricksTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Limits LIMITS = new Limits(LONG, LONG, LONG, LONG);
    private static final int REQUESTS = 40;
    private static final TokenCounter TOKENS = HuggingFaceTokenCounter.llama2();
    private static final Ranker RANKER = new Ranker(new RankingRule(REQUESTS / 2, 0.95));
    private static final Map<Trick, Twins> MEASURED = new EnumMap<>(Trick.class);

    private record Twins(Candidate<String> honest, Candidate<String> tricky) {
        String outcome(Metric metric) {
            return words(RANKER.rank(metric, List.of(honest, tricky)), tricky.key());
        }
    }

    @BeforeAll
    static void measure() {
        candidate("warm-up", null);
        for (Trick trick : Trick.values()) {
            var honest = CompletableFuture.supplyAsync(() -> candidate("honest", null));
            Candidate<String> tricky = candidate(trick.toString(), trick);
            MEASURED.put(trick, new Twins(honest.join(), tricky));
        }
    }

    @AfterAll
    static void write_the_table() throws IOException {
        String head = Metric.RANKABLE.stream().map(Metric::id).collect(Collectors.joining(" | "));
        var lines = new ArrayList<>(List.of("| trick | " + head + " |", "|---|" + "---|".repeat(5)));
        MEASURED.forEach((trick, twins) -> lines.add("| `" + trick + "` | "
                + Metric.RANKABLE.stream().map(twins::outcome).collect(Collectors.joining(" | ")) + " |"));
        Files.write(Path.of("target", "tricks.md"), lines);
    }

    @ParameterizedTest
    @EnumSource(Trick.class)
    void no_trick_gains_a_rank(Trick trick) {
        Twins twins = MEASURED.get(trick);
        for (Metric metric : Metric.RANKABLE) {
            assertThat(RANKER.rank(metric, List.of(twins.honest, twins.tricky)).standings())
                    .as("%s by %s", trick, metric)
                    .isNotEmpty()
                    .noneMatch(standing -> standing.key().equals(twins.tricky.key()) && standing.worst() == 1);
        }
    }

    @Test
    void what_gives_each_trick_away() {
        assertThat(flags(Trick.HOLD)).contains(Flag.BURSTY);
        assertThat(flags(Trick.FILLER)).contains(Flag.EARLY_FILLER);
        assertThat(flags(Trick.CAP)).contains(Flag.OFF_LENGTH);
        assertThat(flags(Trick.OVERRUN)).contains(Flag.OFF_LENGTH);
        assertThat(MEASURED.get(Trick.DOWN).tricky.verdict().status()).isEqualTo(RunVerdict.Status.DOWN);
        assertThat(MEASURED.get(Trick.SHED).tricky.summary().outcomes()).containsKey(Outcome.HTTP_5XX);
        assertThat(MEASURED.values())
                .allSatisfy(twins ->
                        assertThat(Flag.ofAnswers(twins.honest.summary())).isEmpty());
    }

    private static Set<Flag> flags(Trick trick) {
        return Flag.ofAnswers(MEASURED.get(trick).tricky.summary());
    }

    private static String words(Ranking<String> ranking, String who) {
        var words = new ArrayList<String>();
        ranking.standings().stream()
                .filter(standing -> standing.key().equals(who))
                .map(TricksTest::rank)
                .forEach(words::add);
        ranking.exclusions().stream()
                .filter(exclusion -> exclusion.key().equals(who))
                .map(Exclusion::reason)
                .forEach(words::add);
        return String.join("", words);
    }

    private static String rank(Standing<String> standing) {
        return "rank " + standing.best() + "-" + standing.worst();
    }

    private static Candidate<String> candidate(String key, Trick trick) {
        Run run = run(trick);
        return new Candidate<>(key, Summarizer.summarise(run), run.verdict());
    }

    private static Run run(Trick trick) {
        Provider provider = new Provider(
                "p",
                "P",
                URI.create("https://p.example"),
                Optional.empty(),
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new SimulatorSettings(
                        Duration.ofMillis(40), Duration.ofMillis(1), 0.1, 1, 0, Duration.ZERO, 0, 0, 0, 0, trick, 1)));
        Offering offering = new Offering(provider, new Model("m"), "m", Map.of(), Optional.empty());
        Scenario scenario = new Scenario(
                "s",
                1,
                "S",
                new LengthDistribution.Fixed(100),
                new LengthDistribution.Fixed(150),
                REQUESTS,
                new LoadShape.ClosedLoop(5),
                new Timeouts(LONG, LONG, LONG, LONG, LONG));
        RunPlan plan = new RunPlanner(new PromptMaker(TOKENS)).plan(offering, scenario, 1);
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(provider);
                ProviderClient client = ProviderClients.open(
                        offering,
                        endpoint.baseUrl(),
                        new ApiKeys(name -> null),
                        LIMITS,
                        NanoClock.SYSTEM,
                        Clock.systemUTC())) {
            var load = new LoadGenerator(NanoClock.SYSTEM, Clock.systemUTC())
                    .run(plan, client, RunListener.NONE, new HopelessProvider());
            return new Measurer(TOKENS, RunEnvironment.detect("here", "test"))
                    .measure(UUID.randomUUID(), plan, endpoint.baseUrl(), load);
        }
    }
}
