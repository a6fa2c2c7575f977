package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;

/**
 * A few requests that a provider asked for to see how it would be measured. Seen by that provider alone.
 *
 * @param note why there is no run
 * @param run once it is done
 */
public record DryRun(
        UUID id,
        Offering offering,
        int requests,
        State state,
        String askedBy,
        Instant askedAt,
        Optional<Instant> endedAt,
        Optional<String> note,
        Optional<Run> run) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
