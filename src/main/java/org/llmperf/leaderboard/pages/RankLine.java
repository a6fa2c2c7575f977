package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Interval;

/**
 * A ranked result in one line, for where there is no table: feeds, previews, badges.
 *
 * @param rank for example {@code 1–2}
 * @param value with its unit
 * @param interval of that value, in seconds, tokens/s or a share
 */
public record RankLine(StoredRun run, String rank, String value, double exact, Interval interval) {

    /** The best first. */
    public static List<RankLine> of(Ranking<StoredRun> ranking) {
        NumberStyle style = NumberStyle.of(
                ranking.metric(),
                ranking.standings().stream().map(Standing::interval).toList());
        return ranking.standings().stream()
                .map(standing -> new RankLine(
                        standing.key(),
                        Ranks.text(standing),
                        style.withUnit(standing.value()),
                        standing.value(),
                        standing.interval()))
                .toList();
    }

    /** The line of one run; absent when it is not ranked. */
    public static Optional<RankLine> of(Ranking<StoredRun> ranking, StoredRun run) {
        return of(ranking).stream()
                .filter(line -> line.run.id().equals(run.id()))
                .findFirst();
    }

    /** The provider, and whether it is one. */
    public String name() {
        return run.offering().provider().markedName();
    }

    /** For example {@code 1–2 Alpha 0.21 s}. */
    public String words() {
        return rank + " " + name() + " " + value;
    }
}
