package org.llmperf.leaderboard.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.HistoryPoint;

/** One round of a series in one line. */
final class HistoryCsv {
    private HistoryCsv() {}

    static Map<String, Object> row(Offering offering, Metric metric, HistoryPoint point) {
        var row = new LinkedHashMap<String, Object>();
        row.put("run_id", point.runId());
        row.put("round", point.roundLabel());
        row.put("provider", offering.provider().slug());
        row.put("model", offering.model().slug());
        row.put("started_at_utc", point.measuredAt());
        row.put("verdict", point.verdict().status().id());
        row.put("verdict_reason", point.verdict().reason().orElse(null));
        row.put("success_rate", point.success().map(success -> success.rate()).orElse(null));
        row.put("success_rate_low", point.success().map(s -> s.interval().low()).orElse(null));
        row.put(
                "success_rate_high",
                point.success().map(s -> s.interval().high()).orElse(null));
        if (metric != Metric.SUCCESS_RATE) {
            RunCsv.put(row, metric, point.spread().orElse(null));
        }
        return row;
    }
}
