package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One weekly round.
 *
 * @param label ISO week of its start, for example {@code 2026-W48}; a further round of one week is {@code 2026-W48-2}
 * @param publishedAt absent until the whole round became visible at once
 * @param entries in the order of measuring, those not measured last
 */
public record StoredRound(
        String label,
        State state,
        String region,
        String scenarioId,
        int scenarioVersion,
        String methodVersion,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> publishedAt,
        List<RoundEntry> entries) {

    public enum State {
        RUNNING,
        PUBLISHED,
        /** Its process died; what it measured is not shown. */
        INTERRUPTED
    }
}
