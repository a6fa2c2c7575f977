package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.UUID;

/** Something happened to a round that people are to be told of. */
public record Occurrence(UUID id, Kind kind, String roundLabel, Instant at) {
    public enum Kind {
        PUBLISHED,
        CANCELLED
    }
}
