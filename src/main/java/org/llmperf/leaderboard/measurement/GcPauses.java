package org.llmperf.leaderboard.measurement;

/**
 * What the garbage collector stopped, in seconds.
 *
 * @param longest known to the millisecond only
 */
public record GcPauses(int count, double total, double longest) {}
