package org.llmperf.leaderboard.store;

import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.registry.Offering;

/**
 * One offering's place in a round.
 *
 * @param finishedRequests how far its run has come
 * @param note why it was not measured, in words for readers
 * @param runId of its finished run
 */
public record RoundEntry(
        Offering offering,
        State state,
        int finishedRequests,
        int plannedRequests,
        Optional<String> note,
        Optional<UUID> runId) {

    public enum State {
        PLANNED,
        RUNNING,
        MEASURED,
        /** Its run could not be carried out, by our fault. */
        FAILED,
        /** Not asked: its key is missing, or the round was cancelled. */
        NOT_MEASURED
    }
}
