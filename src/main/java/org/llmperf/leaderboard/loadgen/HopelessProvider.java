package org.llmperf.leaderboard.loadgen;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Ends a run whose first requests all came to nothing, since the provider is plainly down or refuses what we ask. A rate
 * limit is no such refusal, and no slow answer is: those are figures. One other outcome, and the rule is silent for good.
 */
public final class HopelessProvider implements StopRule {
    /** At a success rate of one half it would happen once in a thousand runs. */
    public static final int FIRST = 10;

    private static final Set<Outcome> HOPELESS = EnumSet.of(
            Outcome.DNS,
            Outcome.CONNECT,
            Outcome.TLS,
            Outcome.CONNECT_TIMEOUT,
            Outcome.AUTH,
            Outcome.HTTP_4XX,
            Outcome.HTTP_5XX);

    private final Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    private int finished;
    private boolean hope;

    @Override
    public synchronized Optional<EarlyEnd> reason(RequestTrace trace) {
        finished++;
        hope |= finished <= FIRST && !HOPELESS.contains(trace.outcome());
        seen.merge(trace.outcome(), 1, Integer::sum);
        return hope || finished != FIRST
                ? Optional.empty()
                : Optional.of(new EarlyEnd(EarlyEnd.Cause.PROVIDER, words()));
    }

    private String words() {
        String counts = seen.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey().label())
                .collect(Collectors.joining(", "));
        return "none of the first %d succeeded (%s), so that nothing more was spent".formatted(FIRST, counts);
    }
}
