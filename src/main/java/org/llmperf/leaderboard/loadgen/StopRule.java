package org.llmperf.leaderboard.loadgen;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Says whether a run should end early. Asked after each request on the worker that sent it, several at once. */
@FunctionalInterface
public interface StopRule {
    StopRule NEVER = finished -> Optional.empty();

    /**
     * @param finished the request that has ended just now; each is told once
     * @return why no further request is sent
     */
    Optional<EarlyEnd> reason(RequestTrace finished);

    /** Ends the run as soon as one of them says so. */
    static StopRule any(List<StopRule> rules) {
        return finished -> rules.stream()
                .map(rule -> rule.reason(finished))
                .flatMap(Optional::stream)
                .reduce((first, further) -> first);
    }
}
