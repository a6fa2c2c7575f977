package org.llmperf.leaderboard.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.RunSummary;

/** A run's figures under the names by which the API publishes them. What is absent has no name here. */
final class PublishedSummary {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private PublishedSummary() {}

    static Map<String, Object> of(RunSummary summary) {
        var published = new PublishedSummary();
        published.values.put(
                "requests",
                Map.of("planned", summary.planned(), "started", summary.started(), "succeeded", summary.succeeded()));
        summary.success().ifPresent(success -> {
            published.values.put("successRate", success.rate());
            published.values.put("successRateLow", success.interval().low());
            published.values.put("successRateHigh", success.interval().high());
        });
        Map<String, Object> metrics = new LinkedHashMap<>();
        summary.distributions().forEach((metric, d) -> metrics.put(metric.id(), distribution(d)));
        published.values.put("metrics", metrics);
        published.values.put("errors", errors(summary));
        published.put("requestsPerMinute", summary.requestsPerMinute());
        published.put("systemThroughput", summary.systemThroughput());
        published.put("meanConcurrency", summary.meanConcurrency());
        published.put("meanInputTokens", summary.meanInputTokens());
        published.put("meanOutputTokens", summary.meanOutputTokens());
        published.put("tokensPerEvent", summary.tokensPerEvent());
        published.put("sharedReads", summary.sharedReads());
        published.values.put("shortOutputs", summary.shortOutputs());
        if (!summary.breakdown().equals(Breakdown.NONE)) {
            published.values.put("breakdown", breakdown(summary.breakdown()));
        }
        return published.values;
    }

    private void put(String name, OptionalDouble value) {
        value.ifPresent(present -> values.put(name, present));
    }

    /** Failed requests by class. */
    static Map<String, Object> errors(RunSummary summary) {
        Map<String, Object> errors = new LinkedHashMap<>();
        summary.outcomes().forEach((outcome, count) -> {
            if (outcome.failed()) {
                errors.put(outcome.id(), count);
            }
        });
        return errors;
    }

    private static Map<String, Object> breakdown(Breakdown breakdown) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Map<String, Object> phases = new LinkedHashMap<>();
        breakdown.phases().forEach((phase, spread) -> phases.put(phase.id(), distribution(spread)));
        Map<String, Object> quantities = new LinkedHashMap<>();
        breakdown.quantities().forEach((quantity, spread) -> quantities.put(quantity.id(), distribution(spread)));
        figures.put("phases", phases);
        figures.put("quantities", quantities);
        figures.put("httpVersions", breakdown.httpVersions());
        figures.put("finishReasons", breakdown.tokens().finishReasons());
        figures.put("contentEvents", breakdown.streaming().contentEvents());
        figures.put("streamableAnswers", breakdown.streaming().answers());
        figures.put("answersAtOnce", breakdown.streaming().atOnce());
        figures.put("answersInBursts", breakdown.streaming().inBursts());
        figures.put("answersWithFiller", breakdown.streaming().withFiller());
        figures.put("countsCompared", breakdown.tokens().compared());
        figures.put("countsAgreeing", breakdown.tokens().agreeing());
        figures.put("answersOffLength", breakdown.tokens().offLength());
        return figures;
    }

    /** An end of an interval may be infinite, which is published by leaving it out. */
    private static void finite(Map<String, Object> figures, String name, double value) {
        if (Double.isFinite(value)) {
            figures.put(name, value);
        }
    }

    private static Map<String, Object> distribution(Distribution d) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("n", d.n());
        figures.put("mean", d.mean());
        figures.put("min", d.min());
        figures.put("max", d.max());
        d.standardDeviation().ifPresent(deviation -> figures.put("stddev", deviation));
        d.quantiles().forEach((quantile, value) -> figures.put(quantile.id(), value));
        d.median().ifPresent(interval -> {
            figures.put("p50Low", interval.low());
            figures.put("p50High", interval.high());
        });
        d.estimate().ifPresent(estimate -> {
            finite(figures, "estimate", estimate.value());
            finite(figures, "estimateLow", estimate.interval().low());
            finite(figures, "estimateHigh", estimate.interval().high());
            finite(figures, "betweenHours", estimate.betweenHours());
        });
        return figures;
    }
}
