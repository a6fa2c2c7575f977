package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A round without its entries, which are many.
 *
 * @param publishedAt absent until the whole round became visible at once
 * @param offerings that it was to measure or had to leave out
 * @param measured those of them with a finished run
 */
public record RoundHead(
        String label,
        StoredRound.State state,
        String region,
        String scenarioId,
        int scenarioVersion,
        String methodVersion,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> publishedAt,
        long offerings,
        long measured) {

    public boolean published() {
        return state == StoredRound.State.PUBLISHED;
    }
}
