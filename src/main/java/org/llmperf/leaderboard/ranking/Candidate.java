package org.llmperf.leaderboard.ranking;

import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * A run that wants a rank.
 *
 * @param key what the caller knows it by
 */
public record Candidate<K>(K key, RunSummary summary, RunVerdict verdict) {}
