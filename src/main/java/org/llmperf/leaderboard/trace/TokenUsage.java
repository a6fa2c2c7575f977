package org.llmperf.leaderboard.trace;

import java.util.OptionalInt;

/** Token counts as the provider reports them; what it does not report is absent. */
public record TokenUsage(OptionalInt input, OptionalInt output, OptionalInt reasoning) {
    public static final TokenUsage NONE = new TokenUsage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
