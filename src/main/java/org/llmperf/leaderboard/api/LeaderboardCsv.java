package org.llmperf.leaderboard.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Flag;

/** A board as a table: the ranked offerings from the best on, then those without a rank and why. */
final class LeaderboardCsv {
    private LeaderboardCsv() {}

    static String of(Board board) {
        var rows = new ArrayList<Map<String, Object>>();
        board.ranking().standings().forEach(standing -> {
            Map<String, Object> row = ranks(standing.best(), standing.worst(), null);
            measured(row, standing.key());
            rows.add(row);
        });
        board.ranking().exclusions().forEach(exclusion -> {
            Map<String, Object> row = ranks(null, null, exclusion.reason());
            measured(row, exclusion.key());
            rows.add(row);
        });
        board.notMeasured().forEach(entry -> {
            Map<String, Object> row = ranks(null, null, LeaderboardBody.whyUnmeasured(entry));
            name(row, entry.offering());
            row.put("provider", entry.offering().provider().slug());
            row.put("model", entry.offering().model().slug());
            rows.add(row);
        });
        return Csv.of(rows);
    }

    private static Map<String, Object> ranks(Integer best, Integer worst, String reason) {
        var row = new LinkedHashMap<String, Object>();
        row.put("rank", best);
        row.put("rank_low", best);
        row.put("rank_high", worst);
        row.put("unranked_reason", reason);
        return row;
    }

    private static void measured(Map<String, Object> row, StoredRun run) {
        name(row, run.offering());
        Set<Flag> flags = Flag.of(run.offering(), run.summary());
        row.put("flags", flags.stream().map(Flag::id).collect(Collectors.joining(" ")));
        row.putAll(RunCsv.row(run));
    }

    private static void name(Map<String, Object> row, Offering offering) {
        row.put("provider_name", offering.provider().name());
    }
}
