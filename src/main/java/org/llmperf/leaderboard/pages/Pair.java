package org.llmperf.leaderboard.pages;

import java.util.Optional;

/**
 * A run's figures in one {@link ColumnGroup}.
 *
 * @param tail absent where the group has no column for it
 */
public record Pair(String median, Optional<String> tail) {}
