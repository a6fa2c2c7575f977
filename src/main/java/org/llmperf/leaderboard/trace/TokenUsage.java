package org.llmperf.leaderboard.trace;

import java.util.OptionalInt;

/**
 * Token counts as the provider reports them; what it does not report is absent.
 *
 * @param output all that was generated, reasoning included; where an API counts the two apart, their sum
 * @param reasoning the part of the output that is reasoning
 */
public record TokenUsage(OptionalInt input, OptionalInt output, OptionalInt reasoning) {
    public static final TokenUsage NONE = new TokenUsage(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
