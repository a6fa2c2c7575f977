package org.llmperf.leaderboard.store;

import java.time.Instant;

/**
 * What readers see now.
 *
 * @param serial grows with each publication; keys caches and ETags
 * @param roundLabel of the newest published round
 */
public record Publication(long serial, String roundLabel, Instant publishedAt) {}
