package org.llmperf.leaderboard.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;

/** A round in one line, and an offering's place in it. */
public final class RoundCsv {
    private RoundCsv() {}

    /** Every column for every round. */
    public static Map<String, Object> row(RoundHead round) {
        var row = new LinkedHashMap<String, Object>();
        row.put("round", round.label());
        row.put("state", id(round.state()));
        row.put("region", round.region());
        row.put("scenario", round.scenarioId());
        row.put("scenario_version", round.scenarioVersion());
        row.put("method_version", round.methodVersion());
        row.put("started_at_utc", round.startedAt());
        row.put("finished_at_utc", round.finishedAt().orElse(null));
        row.put("published_at_utc", round.publishedAt().orElse(null));
        row.put("offerings", round.offerings());
        row.put("measured", round.measured());
        return row;
    }

    static Map<String, Object> row(String label, RoundEntry entry) {
        var row = new LinkedHashMap<String, Object>();
        row.put("round", label);
        row.put("provider", entry.offering().provider().slug());
        row.put("provider_name", entry.offering().provider().name());
        row.put("model", entry.offering().model().slug());
        row.put("state", id(entry.state()));
        row.put("finished_requests", entry.finishedRequests());
        row.put("planned_requests", entry.plannedRequests());
        row.put("note", entry.note().orElse(null));
        row.put("run_id", entry.runId().orElse(null));
        return row;
    }

    private static String id(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
