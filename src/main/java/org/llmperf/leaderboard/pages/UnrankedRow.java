package org.llmperf.leaderboard.pages;

import java.util.List;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * A result without a rank.
 *
 * @param reason a sentence for readers
 */
public record UnrankedRow(Series series, StoredRun run, List<Badge> badges, String reason) {

    public Provider provider() {
        return run.offering().provider();
    }

    public SuccessText success() {
        return SuccessText.of(run.summary());
    }
}
