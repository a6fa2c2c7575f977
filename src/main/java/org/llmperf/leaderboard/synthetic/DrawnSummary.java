package org.llmperf.leaderboard.synthetic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Distributions;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;
import org.llmperf.leaderboard.summary.WilsonInterval;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * The figures of draws, without making requests of them first: ten years of requests would have three thousand million events.
 * The statistics are those of a measured run.
 */
final class DrawnSummary {
    private DrawnSummary() {}

    /**
     * @param wallSeconds of the whole run
     */
    static RunSummary of(List<Draw> draws, Scenario scenario, double wallSeconds) {
        List<Draw> successes = draws.stream().filter(Draw::succeeded).toList();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        draws.forEach(draw -> outcomes.merge(draw.outcome(), 1, Integer::sum));
        double tokens = successes.stream().mapToInt(Draw::tokens).sum();
        double underWay = draws.stream().mapToDouble(Draw::whole).sum();
        return new RunSummary(
                draws.size(),
                Optional.of(new SuccessRate(
                        successes.size(),
                        draws.size(),
                        (double) successes.size() / draws.size(),
                        WilsonInterval.of(successes.size(), draws.size()))),
                outcomes,
                distributions(successes),
                OptionalDouble.of(successes.size() * 60 / wallSeconds),
                OptionalDouble.of(tokens / wallSeconds),
                OptionalDouble.of(underWay / wallSeconds),
                OptionalDouble.of(scenario.inputTokens().mean()),
                successes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(tokens / successes.size()),
                successes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(1),
                successes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(0),
                0,
                Breakdown.NONE);
    }

    private static Map<Metric, Distribution> distributions(List<Draw> successes) {
        Map<Metric, Distribution> distributions = new EnumMap<>(Metric.class);
        put(distributions, Metric.TTFT, Distributions.of(values(successes, Draw::firstToken)));
        put(distributions, Metric.ITL, Distributions.of(values(successes, Draw::token)));
        put(distributions, Metric.E2E, Distributions.of(values(successes, Draw::whole)));
        put(distributions, Metric.OUTPUT_THROUGHPUT, Distributions.of(values(successes, Draw::throughput)));
        put(distributions, Metric.CHUNK_GAP, Distributions.withoutInterval(values(successes, Draw::token)));
        return distributions;
    }

    private static void put(Map<Metric, Distribution> map, Metric metric, Optional<Distribution> distribution) {
        distribution.ifPresent(found -> map.put(metric, found));
    }

    private static double[] values(List<Draw> draws, ToDoubleFunction<Draw> value) {
        return draws.stream().mapToDouble(value).toArray();
    }
}
