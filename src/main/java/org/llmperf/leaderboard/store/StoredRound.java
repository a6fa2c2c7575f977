package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One round.
 *
 * @param label ISO week of its start, for example {@code 2026-W48}; a further round of one week is {@code 2026-W48-2}
 * @param reason why a repeat was asked for, in words for readers
 * @param publishedAt absent until the whole round became visible at once
 * @param spreading of each run's requests
 * @param entries in the order of measuring, those not measured last
 */
public record StoredRound(
        String label,
        State state,
        String region,
        String scenarioId,
        int scenarioVersion,
        String methodVersion,
        Occasion occasion,
        Optional<String> reason,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> publishedAt,
        Spreading spreading,
        List<RoundEntry> entries) {

    public enum State {
        RUNNING,
        PUBLISHED,
        /** Ended by a maintainer before it was published; what it measured is not shown. */
        CANCELLED
    }

    /** Why there is a round. */
    public enum Occasion {
        /** Everything that can be measured, by the calendar or because nothing was ever published. */
        WEEKLY,
        /** Some offerings, because somebody asked for it. */
        REPEAT
    }
}
