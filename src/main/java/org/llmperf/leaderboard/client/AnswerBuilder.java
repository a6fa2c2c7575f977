package org.llmperf.leaderboard.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/** Gathers an {@link Answer} while a dialect goes through the events of a stream, in whatever order they bring it. */
public final class AnswerBuilder {
    private final List<Answer.Piece> pieces = new ArrayList<>();
    private TokenUsage usage = TokenUsage.NONE;
    private Optional<String> finishReason = Optional.empty();
    private Optional<ProviderError> error = Optional.empty();
    private Optional<String> malformed = Optional.empty();
    private boolean ended;

    /** An empty text is left out: it is not content. */
    public void text(Kind kind, String text, long atNanos, int read) {
        if (!text.isEmpty()) {
            pieces.add(new Answer.Piece(atNanos, read, kind, text));
        }
    }

    /** Counts that are present replace earlier ones: where every event has some, they are running totals. */
    public void usage(TokenUsage next) {
        usage = new TokenUsage(
                later(usage.input(), next.input()),
                later(usage.output(), next.output()),
                later(usage.reasoning(), next.reasoning()));
    }

    private static OptionalInt later(OptionalInt before, OptionalInt next) {
        return next.isPresent() ? next : before;
    }

    /** Also ends the answer: what may still follow is its usage. */
    public void finishReason(String reason) {
        finishReason = Optional.of(reason);
        ended = true;
    }

    public void ended() {
        ended = true;
    }

    /** The first error is kept; later ones follow from it. */
    public void error(ProviderError next) {
        error = error.or(() -> Optional.of(next));
    }

    public void malformed(String what) {
        malformed = malformed.or(() -> Optional.of(what));
    }

    public Answer build() {
        return new Answer(List.copyOf(pieces), usage, finishReason, error, malformed, ended);
    }
}
