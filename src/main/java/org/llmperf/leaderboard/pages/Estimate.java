package org.llmperf.leaderboard.pages;

import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;

/** A run's one number for a metric: the median, or the success rate. */
record Estimate(double value, Optional<Interval> interval) {

    static Optional<Estimate> of(RunSummary summary, Metric metric) {
        return metric.scope() == Metric.Scope.RUN
                ? summary.success().map(success -> new Estimate(success.rate(), Optional.of(success.interval())))
                : summary.distribution(metric)
                        .map(spread -> new Estimate(spread.quantile(Quantile.P50), spread.median()));
    }
}
