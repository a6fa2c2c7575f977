package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * A ranked result.
 *
 * @param rank for example {@code 1} or, when others tie, {@code 1–2}
 * @param value of the metric that ranks
 * @param interval of that value, both ends
 * @param tail the slow end of the metric that ranks
 * @param others figures of the other metrics, in the order of their columns
 * @param weeks the metric that ranks over the last rounds; absent while there is only one
 */
public record BoardRow(
        String rank,
        boolean tied,
        Series series,
        StoredRun run,
        List<Badge> badges,
        String value,
        String interval,
        IntervalBar bar,
        String tail,
        List<Pair> others,
        SuccessText success,
        Optional<Sparkline> weeks) {

    public Provider provider() {
        return run.offering().provider();
    }
}
