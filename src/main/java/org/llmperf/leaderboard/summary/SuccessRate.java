package org.llmperf.leaderboard.summary;

/**
 * Share of started requests that succeeded. Requests that failed by our own fault are not counted as started.
 *
 * @param interval Wilson's 95 % interval
 */
public record SuccessRate(int succeeded, int started, double rate, Interval interval) {}
