package org.llmperf.leaderboard.measurement;

import java.util.OptionalInt;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.TokenUsage;

/**
 * Whether an answer has the length that was asked for. One that stops early or goes on too long is no measure of the time that
 * an answer takes, whatever its finish reason says.
 */
public final class AnswerLength {
    private static final double TOLERANCE = 0.1;

    /** Llama 2's vocabulary is a small one: newer models count up to this many of its tokens as one of theirs. */
    private static final double OURS_TO_THEIRS = 1.6;

    private AnswerLength() {}

    /**
     * Off by more than 10 % of what was asked, by the provider's own count, since that is what its limit counts. The count must
     * agree with T, which every other tokenizer in use undercuts: T lies between 0.9 and 1.6 times the count. Without a
     * count, T itself is off by more than 10 %.
     *
     * @return false for a failure, which has no length
     */
    public static boolean off(MeasuredRequest request) {
        if (!request.trace().succeeded()) {
            return false;
        }
        int tokens = request.outputTokens();
        OptionalInt reported = reported(request);
        if (reported.isEmpty()) {
            return off(tokens, request.requestedOutputTokens());
        }
        int theirs = reported.getAsInt();
        return off(theirs, request.requestedOutputTokens())
                || tokens < (1 - TOLERANCE) * theirs
                || tokens > OURS_TO_THEIRS * theirs;
    }

    private static boolean off(int tokens, int asked) {
        return Math.abs(tokens - asked) > TOLERANCE * asked;
    }

    /** Without reasoning; absent where the model reasoned and its tokens are not reported apart. */
    private static OptionalInt reported(MeasuredRequest request) {
        TokenUsage usage = request.trace().usage();
        boolean reasoned = !Arrival.events(request, StreamEvent.Kind.REASONING).isEmpty();
        if (usage.output().isEmpty() || (reasoned && usage.reasoning().isEmpty())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(usage.output().getAsInt() - usage.reasoning().orElse(0));
    }
}
