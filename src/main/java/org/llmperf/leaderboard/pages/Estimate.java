package org.llmperf.leaderboard.pages;

import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;

/** A run's one number for a metric: the median, or the success rate. */
record Estimate(double value, Optional<Interval> interval) {

    static Optional<Estimate> of(RunSummary summary, Metric metric) {
        return of(metric, summary.success(), summary.distribution(metric));
    }

    /** Of a point in the same metric. */
    static Optional<Estimate> of(HistoryPoint point, Metric metric) {
        return of(metric, point.success(), point.spread());
    }

    private static Optional<Estimate> of(Metric metric, Optional<SuccessRate> success, Optional<Distribution> spread) {
        return metric.scope() == Metric.Scope.RUN
                ? success.map(rate -> new Estimate(rate.rate(), Optional.of(rate.interval())))
                : spread.map(values -> new Estimate(values.quantile(Quantile.P50), values.median()));
    }
}
