package org.llmperf.leaderboard.ranking;

/**
 * A candidate without a rank.
 *
 * @param reason a sentence for readers
 */
public record Exclusion<K>(K key, String reason) {}
