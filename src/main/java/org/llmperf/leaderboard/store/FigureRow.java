package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.SeriesValue;

/** A {@link HistoryRow} reduced to one number, so that those of all offerings and of years are read within a second. */
record FigureRow(
        String provider,
        String model,
        String label,
        Instant startedAt,
        String withheldReason,
        Double value,
        Double low,
        Double high) {
    private static final String RUN =
            "select run.offering.provider.slug, run.offering.model, run.round.label, run.startedAt, run.withheldReason, ";
    private static final String WHERE =
            " where run.round.label in ?1 and run.offering.current and run.verdict in ?2 order by run.startedAt";

    /** Of valid runs, and for the success rate of runs in which the provider was down, of every offering that the registry still has, the oldest first. */
    static List<FigurePoint> list(Metric metric, List<String> labels) {
        List<FigureRow> rows = metric == Metric.SUCCESS_RATE
                ? RunRow.find(
                                RUN + "run.figures.successRate, run.figures.successLow, run.figures.successHigh"
                                        + " from RunRow run" + WHERE,
                                labels,
                                List.of(RunVerdict.Status.VALID, RunVerdict.Status.DOWN))
                        .project(FigureRow.class)
                        .list()
                : RunRow.find(
                                RUN
                                        + "coalesce(spread.estimate, spread.p50), coalesce(spread.estimateLow, spread.p50Low), coalesce(spread.estimateHigh, spread.p50High)"
                                        + " from RunRow run join run.metrics spread on key(spread) = ?3" + WHERE,
                                labels,
                                List.of(RunVerdict.Status.VALID),
                                metric)
                        .project(FigureRow.class)
                        .list();
        return rows.stream()
                .filter(row ->
                        row.value != null && row.withheldReason == null) // as a condition it misleads the planner
                .map(FigureRow::toPoint)
                .toList();
    }

    private FigurePoint toPoint() {
        return new FigurePoint(
                provider + "/" + model,
                label,
                startedAt,
                new SeriesValue(value, Optional.ofNullable(low).map(from -> new Interval(from, high))));
    }
}
