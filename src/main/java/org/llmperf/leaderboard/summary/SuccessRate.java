package org.llmperf.leaderboard.summary;

/**
 * Share of started requests that succeeded.
 *
 * @param interval Wilson's 95 % interval
 */
public record SuccessRate(int succeeded, int started, double rate, Interval interval) {}
