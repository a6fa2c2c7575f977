package org.llmperf.leaderboard.campaign;

import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.trace.RequestTrace;

/** One line of a journal: whose it is, a finished request, or the whole run. */
record SpoolLine(Optional<Header> header, Optional<RequestTrace> request, Optional<Run> run) {
    /** @param last whether with this block the run is whole; journals of before there were blocks do not say */
    record Header(UUID attempt, String round, Optional<Boolean> last) {
        boolean makesRun() {
            return last.orElse(true);
        }
    }

    static SpoolLine of(Attempt attempt) {
        return new SpoolLine(
                Optional.of(new Header(
                        attempt.id(),
                        attempt.roundLabel(),
                        Optional.of(attempt.block().last()))),
                Optional.empty(),
                Optional.empty());
    }

    static SpoolLine of(RequestTrace request) {
        return new SpoolLine(Optional.empty(), Optional.of(request), Optional.empty());
    }

    static SpoolLine of(Run run) {
        return new SpoolLine(Optional.empty(), Optional.empty(), Optional.of(run));
    }
}
