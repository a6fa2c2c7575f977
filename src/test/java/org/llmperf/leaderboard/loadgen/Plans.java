package org.llmperf.leaderboard.loadgen;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.Connections;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;

/** Small plans for tests. */
final class Plans {
    private static final Duration LONG = Duration.ofSeconds(60);

    private Plans() {}

    static RunPlan plan(int requests, int workers, Duration limit) {
        return plan(requests, new LoadShape.ClosedLoop(workers), limit, Optional.empty());
    }

    /** As many prompts as can become due. */
    static RunPlan plan(int requests, LoadShape load, Duration limit, Optional<Duration> duration) {
        Provider provider = new Provider(
                "p",
                "P",
                URI.create("https://p.example"),
                Optional.empty(),
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Scenario scenario = new Scenario(
                "s",
                1,
                "S",
                new LengthDistribution.Normal(550, 0),
                new LengthDistribution.Normal(20, 0),
                requests,
                load,
                new Timeouts(LONG, LONG, LONG, LONG, limit),
                duration,
                Connections.FRESH);
        List<Prompt> prompts = IntStream.range(0, scenario.mostRequests(1))
                .mapToObj(number -> new Prompt("prompt " + number, 550, 20))
                .toList();
        Offering offering = new Offering(provider, new Model("m"), "m", Map.of(), Optional.empty());
        return new RunPlan(offering, scenario, 1, prompts, "");
    }
}
