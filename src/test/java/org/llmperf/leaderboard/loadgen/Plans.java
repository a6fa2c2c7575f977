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
                new LengthDistribution(550, 0),
                new LengthDistribution(20, 0),
                requests,
                new LoadShape.ClosedLoop(workers),
                new Timeouts(LONG, LONG, LONG, LONG, limit));
        List<Prompt> prompts = IntStream.range(0, requests)
                .mapToObj(number -> new Prompt("prompt " + number, 550, 514, 20))
                .toList();
        Offering offering = new Offering(provider, new Model("m"), "m", Map.of(), Optional.empty());
        return new RunPlan(offering, scenario, 1, prompts, "");
    }
}
