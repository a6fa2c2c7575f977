package org.llmperf.leaderboard.campaign;

import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.trace.RequestTrace;

/** One line of a journal: whose it is, a finished request, or the whole run. */
record SpoolLine(Optional<Header> header, Optional<RequestTrace> request, Optional<Run> run) {
    record Header(UUID attempt, String round) {}

    static SpoolLine of(Attempt attempt) {
        return new SpoolLine(
                Optional.of(new Header(attempt.id(), attempt.roundLabel())), Optional.empty(), Optional.empty());
    }

    static SpoolLine of(RequestTrace request) {
        return new SpoolLine(Optional.empty(), Optional.of(request), Optional.empty());
    }

    static SpoolLine of(Run run) {
        return new SpoolLine(Optional.empty(), Optional.empty(), Optional.of(run));
    }
}
