package org.llmperf.leaderboard.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;

/** A run's figures for programs: of each metric that is ranked by the median or rate, with its interval and unit. */
final class Figures {
    private Figures() {}

    static Map<String, Object> of(RunSummary summary) {
        var figures = new LinkedHashMap<String, Object>();
        for (Metric metric : Metric.RANKABLE) {
            if (metric == Metric.SUCCESS_RATE) {
                summary.success()
                        .ifPresent(success -> figures.put(
                                metric.id(), figure(metric, success.rate(), Optional.of(success.interval()))));
            } else {
                summary.distribution(metric)
                        .ifPresent(spread -> figures.put(
                                metric.id(), figure(metric, spread.quantile(Quantile.P50), spread.median())));
            }
        }
        return figures;
    }

    private static Map<String, Object> figure(Metric metric, double value, Optional<Interval> interval) {
        var figure = new LinkedHashMap<String, Object>();
        figure.put("value", value);
        interval.ifPresent(ends -> {
            figure.put("low", ends.low());
            figure.put("high", ends.high());
        });
        figure.put("unit", metric.unit());
        return figure;
    }
}
