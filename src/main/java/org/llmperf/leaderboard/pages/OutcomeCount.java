package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.trace.Outcome;

/** How often a class of failure occurred. */
public record OutcomeCount(Outcome outcome, int count) {

    /** Failures only, the most frequent first, for example {@code 2 rate limited, 1 stalled}; empty when none failed. */
    static String words(Map<Outcome, Integer> outcomes) {
        return failures(outcomes).stream()
                .map(counted -> counted.count + " " + counted.outcome.label())
                .collect(Collectors.joining(", "));
    }

    /** Failures only, the most frequent first. */
    static List<OutcomeCount> failures(Map<Outcome, Integer> outcomes) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome != Outcome.SUCCESS)
                .map(outcome -> new OutcomeCount(outcome, outcomes.getOrDefault(outcome, 0)))
                .filter(counted -> counted.count > 0)
                .sorted((a, b) -> Integer.compare(b.count, a.count))
                .toList();
    }
}
