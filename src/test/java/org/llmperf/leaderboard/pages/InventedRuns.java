package org.llmperf.leaderboard.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Model;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.simulator.SimulatorSettings;
import org.llmperf.leaderboard.store.Samples;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;
import org.llmperf.leaderboard.trace.Outcome;

/** Runs whose figures follow from two numbers, so that a test can expect them by arithmetic in one's head. */
final class InventedRuns {
    static final Model MODEL = new Model("llama-3.3-70b");
    static final int REQUESTS = 150;

    private InventedRuns() {}

    static Provider real(String slug) {
        return provider(slug, Optional.empty());
    }

    static Provider simulated(String slug) {
        return provider(slug, Optional.of(SimulatorSettings.STEADY));
    }

    private static Provider provider(String slug, Optional<SimulatorSettings> simulation) {
        return new Provider(
                slug,
                slug.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + slug.substring(1),
                URI.create("https://" + slug + ".example/"),
                Optional.empty(),
                "openai",
                simulation.isPresent() ? Optional.empty() : Optional.of(URI.create("https://" + slug + ".example/v1")),
                Optional.empty(),
                simulation);
    }

    static Offering offering(Provider provider) {
        return new Offering(provider, MODEL, "meta/llama", Map.of(), Optional.empty());
    }

    /**
     * TTFT as told with an interval of 10 ms to either side, p5 0.1 s below and p95 0.1 s above; 10 ms a token; the whole
     * answer 2 s later than the first token; 50 tokens/s. What did not succeed was refused for rate.
     */
    static StoredRun run(Provider provider, String round, double ttft, int succeeded) {
        Map<Metric, Distribution> distributions = new EnumMap<>(Metric.class);
        distributions.put(Metric.TTFT, around(ttft, 0.1, 0.01, succeeded));
        distributions.put(Metric.ITL, around(0.010, 0.002, 0.0005, succeeded));
        distributions.put(Metric.E2E, around(ttft + 2, 0.1, 0.02, succeeded));
        distributions.put(Metric.OUTPUT_THROUGHPUT, around(50, 10, 2, succeeded));
        double rate = (double) succeeded / REQUESTS;
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        outcomes.put(Outcome.SUCCESS, succeeded);
        if (succeeded < REQUESTS) {
            outcomes.put(Outcome.RATE_LIMITED, REQUESTS - succeeded);
        }
        var summary = new RunSummary(
                REQUESTS,
                Optional.of(new SuccessRate(
                        succeeded, REQUESTS, rate, new Interval(rate - 0.025, Math.min(1, rate + 0.025)))),
                outcomes,
                distributions,
                OptionalDouble.of(120),
                OptionalDouble.of(240),
                OptionalDouble.of(4.9),
                OptionalDouble.of(514),
                OptionalDouble.of(150),
                OptionalDouble.of(1),
                OptionalDouble.of(0),
                0,
                Breakdown.NONE);
        Instant start = Instant.parse("2026-11-23T09:00:00Z");
        return new StoredRun(
                UUID.nameUUIDFromBytes((provider.slug() + round).getBytes(StandardCharsets.UTF_8)),
                round,
                new RunConfiguration(
                        "1",
                        Samples.SCENARIO,
                        offering(provider),
                        URI.create("https://" + provider.slug() + ".example/v1"),
                        7,
                        "ab".repeat(32),
                        "llama-2",
                        Optional.empty(),
                        "HTTP/1.1",
                        "a fresh connection for every request",
                        0),
                "cd".repeat(32),
                new RunEnvironment("us-west-2", "i4i.large", 2, "Linux", "JVM 17", "1.0.0", "0123abc"),
                start,
                start.plusSeconds(75),
                75_000_000_000L,
                RunVerdict.VALID,
                summary,
                Optional.empty(),
                List.of());
    }

    private static Distribution around(double median, double spread, double half, int n) {
        Map<Quantile, Double> quantiles = new EnumMap<>(Quantile.class);
        for (Quantile quantile : Quantile.values()) {
            // p5 lies a whole spread below the median, p95 a whole spread above it
            quantiles.put(quantile, median + spread * (quantile.share() - 0.5) / 0.45);
        }
        return new Distribution(
                n,
                median,
                median - 1.2 * spread,
                median + 1.2 * spread,
                OptionalDouble.of(spread / 2),
                quantiles,
                Optional.of(new Interval(median - half, median + half)));
    }
}
