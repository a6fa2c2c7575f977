package org.llmperf.leaderboard.store;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.BlockCount;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;
import org.llmperf.leaderboard.trace.Outcome;

/** The figures of a whole run, which stand in the run's own row. */
@Embeddable
class RunFigures {
    public int planned;
    public int started;
    public int succeeded;
    public Double successRate;
    public Double successLow;
    public Double successHigh;
    public int[] blockStarted;
    public int[] blockSucceeded;
    public Double requestsPerMinute;
    public Double systemThroughput;
    public Double meanConcurrency;
    public Double meanInputTokens;
    public Double meanOutputTokens;
    public Double tokensPerEvent;
    public Double sharedReads;
    public int shortOutputs;

    static RunFigures of(RunSummary summary) {
        var figures = new RunFigures();
        figures.planned = summary.planned();
        figures.started = summary.started();
        figures.succeeded = summary.succeeded();
        summary.success().ifPresent(success -> {
            figures.successRate = success.rate();
            figures.successLow = success.interval().low();
            figures.successHigh = success.interval().high();
            if (!success.blocks().isEmpty()) {
                figures.blockStarted =
                        success.blocks().stream().mapToInt(BlockCount::started).toArray();
                figures.blockSucceeded = success.blocks().stream()
                        .mapToInt(BlockCount::succeeded)
                        .toArray();
            }
        });
        figures.requestsPerMinute = Nullable.of(summary.requestsPerMinute());
        figures.systemThroughput = Nullable.of(summary.systemThroughput());
        figures.meanConcurrency = Nullable.of(summary.meanConcurrency());
        figures.meanInputTokens = Nullable.of(summary.meanInputTokens());
        figures.meanOutputTokens = Nullable.of(summary.meanOutputTokens());
        figures.tokensPerEvent = Nullable.of(summary.tokensPerEvent());
        figures.sharedReads = Nullable.of(summary.sharedReads());
        figures.shortOutputs = summary.shortOutputs();
        return figures;
    }

    Optional<SuccessRate> success() {
        return Optional.ofNullable(successRate)
                .map(rate -> new SuccessRate(
                        succeeded, started, rate, new Interval(successLow, successHigh), blockCounts()));
    }

    private List<BlockCount> blockCounts() {
        return blockStarted == null
                ? List.of()
                : IntStream.range(0, blockStarted.length)
                        .mapToObj(i -> new BlockCount(blockStarted[i], blockSucceeded[i]))
                        .toList();
    }

    RunSummary toSummary(Map<Outcome, Integer> outcomes, Map<Metric, Distribution> distributions, Breakdown breakdown) {
        return new RunSummary(
                planned,
                success(),
                outcomes,
                distributions,
                Nullable.toOptional(requestsPerMinute),
                Nullable.toOptional(systemThroughput),
                Nullable.toOptional(meanConcurrency),
                Nullable.toOptional(meanInputTokens),
                Nullable.toOptional(meanOutputTokens),
                Nullable.toOptional(tokensPerEvent),
                Nullable.toOptional(sharedReads),
                shortOutputs,
                breakdown);
    }
}
