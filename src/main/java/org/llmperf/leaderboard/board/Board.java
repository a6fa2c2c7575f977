package org.llmperf.leaderboard.board;

import java.util.List;
import java.util.stream.Stream;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.ranking.Exclusion;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * One model's offerings in order of one metric.
 *
 * @param round that was asked for, or else the newest published one; its runs may be accompanied by older ones of
 *     offerings it did not measure, unless a round was asked for
 * @param notMeasured the model's offerings that are known but were not asked in that round, with the reason
 */
public record Board(
        RoundHead round, String model, Metric metric, Ranking<StoredRun> ranking, List<RoundEntry> notMeasured) {

    /** The runs that are shown, the ranked ones first. */
    public List<StoredRun> runs() {
        return Stream.concat(
                        ranking.standings().stream().map(Standing::key),
                        ranking.exclusions().stream().map(Exclusion::key))
                .toList();
    }

    /** Whether any row measures a simulated provider. */
    public boolean simulated() {
        return runs().stream().anyMatch(run -> run.offering().provider().simulated());
    }
}
