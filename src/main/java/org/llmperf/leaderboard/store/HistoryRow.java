package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunVerdict;

/** The few columns of a run that a series needs: its configuration alone is a hundred times as long. */
record HistoryRow(
        String provider,
        String model,
        String label,
        UUID runId,
        Instant startedAt,
        RunVerdict.Status verdict,
        String verdictReason,
        String withheldReason,
        RunFigures figures,
        Spread spread) {
    private static final String SELECT = """
            select run.offering.provider.slug, run.offering.model, run.round.label, run.id, run.startedAt, run.verdict,
                run.verdictReason, run.withheldReason, run.figures, spread
            from RunRow run left join run.metrics spread on key(spread) = ?1
            where run.round.publishedAt is not null""";

    /** The oldest first. */
    static List<HistoryPoint> ofOffering(String provider, String model, Metric metric) {
        return RunRow.find(
                        SELECT
                                + " and run.offering.provider.slug = ?2 and run.offering.model = ?3 order by run.startedAt",
                        metric,
                        provider,
                        model)
                .project(HistoryRow.class)
                .stream()
                .map(HistoryRow::toPoint)
                .toList();
    }

    /** Of all providers of the model, the oldest first. */
    static List<HistoryPoint> ofModel(String model, Metric metric, List<String> labels) {
        return RunRow.find(
                        SELECT + " and run.offering.model = ?2 and run.round.label in ?3 order by run.startedAt",
                        metric,
                        model,
                        labels)
                .project(HistoryRow.class)
                .stream()
                .map(HistoryRow::toPoint)
                .toList();
    }

    private HistoryPoint toPoint() {
        return new HistoryPoint(
                provider + "/" + model,
                label,
                runId,
                startedAt,
                RunRow.verdict(verdict, verdictReason, withheldReason),
                figures.success(),
                Optional.ofNullable(spread).map(Spread::toDistribution));
    }
}
