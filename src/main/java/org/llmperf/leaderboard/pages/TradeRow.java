package org.llmperf.leaderboard.pages;

import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Interval;

/** One provider in the chart of first token against throughput: a median with its interval on either axis. */
public record TradeRow(Series series, StoredRun run, Point first, Point output) {

    public record Point(Cell value, Cell low, Cell high) {}

    public String name() {
        return run.offering().provider().name();
    }

    /** Absent for a run without one of the two. */
    static Optional<TradeRow> of(StoredRun run, Registry registry, NumberStyle first, NumberStyle output) {
        return point(run, Metric.TTFT, first)
                .flatMap(x -> point(run, Metric.OUTPUT_THROUGHPUT, output)
                        .map(y -> new TradeRow(
                                Series.of(registry, run.offering().provider().slug()), run, x, y)));
    }

    private static Optional<Point> point(StoredRun run, Metric metric, NumberStyle style) {
        return Estimate.of(run.summary(), metric).map(estimate -> {
            Interval interval = estimate.interval().orElse(new Interval(estimate.value(), estimate.value()));
            return new Point(
                    Cell.of(estimate.value(), style), Cell.of(interval.low(), style), Cell.of(interval.high(), style));
        });
    }
}
