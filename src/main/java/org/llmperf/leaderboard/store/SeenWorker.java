package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.Set;

/**
 * A process that measures.
 *
 * @param name host and process
 * @param seenAt when it last reported
 * @param keyNames names of the API keys that it holds
 */
public record SeenWorker(String name, String region, Instant startedAt, Instant seenAt, Set<String> keyNames) {}
