package org.llmperf.leaderboard.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.TokenUsage;

/**
 * What a dialect read in one body, as far as it came.
 *
 * @param error an error event inside the stream; it decides over whatever happened later
 * @param malformed what in the stream is not as the API promises
 * @param ended whether the stream said that the answer is over, by an end marker or a finish reason
 */
public record Answer(
        List<Piece> pieces,
        TokenUsage usage,
        Optional<String> finishReason,
        Optional<ProviderError> error,
        Optional<String> malformed,
        boolean ended) {

    /**
     * The text of one kind that one event carried.
     *
     * @param text never empty: a role, a ping or an empty delta is not a piece
     */
    public record Piece(long atNanos, int read, Kind kind, String text) {}

    /**
     * As much of it as is kept of an answer of so many tokens. One that goes on for longer ignores what it was asked for: it
     * is malformed, so that no figure is computed of half a text.
     */
    Answer kept(int tokens) {
        int room = Limits.textLength(tokens);
        int events = Limits.keptEvents(tokens);
        int count = 0;
        for (Piece piece : pieces) {
            room -= piece.kind() == Kind.CONTENT ? piece.text().length() : 0;
            if (room < 0 || count == events) {
                String most = room < 0
                        ? "a text of more than " + Limits.textLength(tokens) + " characters"
                        : "more than " + events + " pieces of text";
                return new Answer(
                        List.copyOf(pieces.subList(0, count)),
                        usage,
                        finishReason,
                        error,
                        malformed.or(() -> Optional.of(most + ", asked for " + tokens + " tokens")),
                        ended);
            }
            count++;
        }
        return this;
    }

    /** The content, without reasoning. */
    public String text() {
        return pieces.stream()
                .filter(piece -> piece.kind() == Kind.CONTENT)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
