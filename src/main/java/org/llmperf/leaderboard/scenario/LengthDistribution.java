package org.llmperf.leaderboard.scenario;

/** A normal distribution of lengths in tokens, cut to whole numbers of at least 1; with deviation 0 always the mean. */
public record LengthDistribution(int mean, int standardDeviation) {}
