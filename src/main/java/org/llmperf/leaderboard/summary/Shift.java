package org.llmperf.leaderboard.summary;

/**
 * A series that has another level from one of its values on.
 *
 * @param at index of the first value of the new level
 * @param before median of the five values before
 * @param after median of the five values from there on, or of those that there are
 * @param score how many times its usual noise the series has moved
 */
public record Shift(int at, double before, double after, double score) {}
