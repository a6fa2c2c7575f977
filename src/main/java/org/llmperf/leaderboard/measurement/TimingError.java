package org.llmperf.leaderboard.measurement;

/**
 * How far instants were from the truth, in seconds, over a sample; later than true is positive.
 *
 * @param n size of the sample, at least 1
 */
public record TimingError(int n, double p50, double p99, double max) {}
