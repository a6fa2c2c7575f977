package org.llmperf.leaderboard.ranking;

import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * What a run is ranked by.
 *
 * @param value the median, or the success rate
 * @param interval of that value
 */
record Figure(double value, Interval interval) {

    /** Absent if the run has no such value, or too few for an interval. */
    static Optional<Figure> of(Metric metric, RunSummary summary) {
        return metric == Metric.SUCCESS_RATE
                ? summary.success().map(success -> new Figure(success.rate(), success.interval()))
                : summary.distribution(metric)
                        .flatMap(values ->
                                values.median().map(interval -> new Figure(values.quantile(Quantile.P50), interval)));
    }
}
