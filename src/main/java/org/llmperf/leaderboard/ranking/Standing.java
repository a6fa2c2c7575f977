package org.llmperf.leaderboard.ranking;

import org.llmperf.leaderboard.summary.Interval;

/**
 * A ranked candidate.
 *
 * @param best 1 + the number of candidates significantly better
 * @param worst the number of ranked candidates, itself included, that are not significantly worse; equal to
 *     {@code best} when nobody ties
 * @param value by which it is ranked: the median, or the success rate
 * @param interval of that value
 */
public record Standing<K>(K key, int best, int worst, double value, Interval interval) {}
