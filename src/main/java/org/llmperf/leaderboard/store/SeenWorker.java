package org.llmperf.leaderboard.store;

import java.time.Instant;

/**
 * A process that measures.
 *
 * @param name host and process
 * @param seenAt when it last told that it lives
 */
public record SeenWorker(String name, String region, Instant startedAt, Instant seenAt) {}
