package org.llmperf.leaderboard.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.trace.Outcome;

/** A successful request's values alone: its events and text are a hundred times as much. */
record RequestValuesRow(UUID runId, Double[] figures) {

    static List<RequestValuesRow> list(List<UUID> runIds) {
        return RequestRow.find("""
                        select request.runId, request.figures from RequestRow request
                        where request.runId in ?1 and request.outcome = ?2 and exists (
                            select 1 from RunRow run where run.id = request.runId and run.round.publishedAt is not null)
                        order by request.runId, request.number""", runIds, Outcome.SUCCESS)
                .project(RequestValuesRow.class)
                .list();
    }

    Map<Metric, Double> values() {
        return EnumArray.toMap(Metric.class, figures);
    }
}
