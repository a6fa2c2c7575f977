package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * Where one run stands among others by one metric.
 *
 * @param rank for example {@code 1–2}; absent when it is not ranked
 * @param of how many are ranked
 * @param reason why it is not ranked
 */
public record Ranks(Optional<String> rank, int of, Optional<String> reason) {

    static Ranks of(StoredRun run, List<StoredRun> all, Metric metric, Boards boards) {
        Ranking<StoredRun> ranking = boards.rank(metric, all);
        return new Ranks(
                ranking.standings().stream()
                        .filter(standing -> standing.key().id().equals(run.id()))
                        .map(Ranks::text)
                        .findFirst(),
                ranking.standings().size(),
                ranking.exclusions().stream()
                        .filter(exclusion -> exclusion.key().id().equals(run.id()))
                        .map(exclusion -> exclusion.reason())
                        .findFirst());
    }

    /** A range where others tie. */
    static String text(Standing<?> standing) {
        return standing.best() == standing.worst()
                ? String.valueOf(standing.best())
                : standing.best() + "–" + standing.worst();
    }
}
