package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.Optional;
import org.llmperf.leaderboard.registry.Offering;

/**
 * What became of one attempt, for those who look after the board.
 *
 * @param number among the attempts at its entry, from 1
 * @param worker host and process
 * @param endedAt absent while it is measured
 * @param note why it came to no run
 */
public record AttemptRecord(
        Offering offering,
        int number,
        String worker,
        State state,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> note,
        AttemptProgress progress) {

    public enum State {
        RUNNING,
        MEASURED,
        /** Its worker died or lost it. */
        INTERRUPTED,
        FAILED,
        CANCELLED
    }
}
