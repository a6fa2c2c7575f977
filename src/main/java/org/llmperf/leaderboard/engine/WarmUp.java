package org.llmperf.leaderboard.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.scenario.LengthDistribution;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.scenario.RunPlanner;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.Timeouts;
import org.llmperf.leaderboard.simulator.SimulatorSettings;

/**
 * Lets the JVM compile the measured path before the first measured request. A cold engine is late by tens of
 * milliseconds, which matters more than any other property of a client. The answers come from a simulated provider in
 * this process and are thrown away.
 */
public final class WarmUp {
    /** Enough for the JIT's second tier on the hot methods, by trial: further requests change the error no more. */
    private static final int REQUESTS = 300;

    private static final SimulatorSettings FAST =
            new SimulatorSettings(Duration.ofMillis(2), Duration.ofNanos(300_000), 0, 1, 0, Duration.ZERO, 0, 0, 0, 1);

    private final RunExecutor executor;
    private final RunPlanner planner;

    public WarmUp(RunExecutor executor, RunPlanner planner) {
        this.executor = executor;
        this.planner = planner;
    }

    /** Takes about two seconds. */
    public void run() {
        var provider = new Provider(
                "warm-up",
                "Warm-up",
                URI.create("http://127.0.0.1/"),
                Optional.empty(),
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.of(FAST));
        var offering = new Offering(provider, new Model("warm-up"), "warm-up", Map.of(), Optional.empty());
        RunPlan plan = planner.plan(offering, scenario(), 1);
        try (ProviderEndpoint endpoint = ProviderEndpoint.open(provider)) {
            executor.execute(plan, endpoint.baseUrl(), RunListener.NONE);
        }
    }

    private static Scenario scenario() {
        Duration limit = Duration.ofSeconds(10);
        return new Scenario(
                "warm-up",
                1,
                "Thrown away",
                new LengthDistribution.Normal(100, 0),
                new LengthDistribution.Normal(60, 0),
                REQUESTS,
                new LoadShape.ClosedLoop(5),
                new Timeouts(limit, limit, limit, limit, limit));
    }
}
