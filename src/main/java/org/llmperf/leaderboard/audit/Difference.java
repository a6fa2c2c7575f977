package org.llmperf.leaderboard.audit;

import java.util.Optional;

/** A figure that comes out otherwise than it was published; absent is what only the other side has. */
public record Difference(String key, Optional<Object> published, Optional<Object> recomputed) {}
