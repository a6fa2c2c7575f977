package org.llmperf.leaderboard.store.notices;

import java.time.Instant;
import java.util.List;

/**
 * All news of one kind that a round brought.
 *
 * @param at when the round was published or cancelled
 * @param items in the order in which they were told
 */
public record Report(String roundLabel, NoticeKind kind, Instant at, List<NewsItem> items) {}
