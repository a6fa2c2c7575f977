package org.llmperf.leaderboard.store;

import java.util.OptionalDouble;

/**
 * How an attempt goes, or went.
 *
 * @param finished requests, failed ones included
 * @param ttftMedian seconds to the first token of those that succeeded; absent before the first of them
 */
public record AttemptProgress(int finished, int failed, OptionalDouble ttftMedian) {}
