package org.llmperf.leaderboard.pages;

import java.util.Optional;

/**
 * The columns of one metric, under a common head.
 *
 * @param tail the slow end; absent where it is not shown
 */
public record ColumnGroup(Topic topic, String unit, Heading median, Optional<Heading> tail) {

    /** Number of columns. */
    public int width() {
        return tail.isPresent() ? 2 : 1;
    }
}
