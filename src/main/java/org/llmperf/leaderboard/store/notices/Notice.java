package org.llmperf.leaderboard.store.notices;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One message to one account by one way, with what became of it. Without what it says: that is its receiver's.
 *
 * @param account name of the account
 * @param nextAt when it is sent next; absent when it has ended
 * @param attempts the newest last
 */
public record Notice(
        UUID id,
        String account,
        NoticeKind kind,
        NoticeChannel channel,
        String subject,
        State state,
        Instant madeAt,
        Optional<Instant> nextAt,
        Optional<Instant> endedAt,
        List<Attempt> attempts) {

    public enum State {
        WAITING,
        SENT,
        /** Tried as often as it may be. */
        FAILED,
        /** The account no longer wants it there. */
        DROPPED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One time that it was sent.
     *
     * @param endedAt absent while it is being sent, and if the process that sent it ended before it knew
     * @param target an e-mail address, or the host of a webhook
     * @param status of HTTP or SMTP
     * @param answer what was said, or what went wrong
     */
    public record Attempt(
            int number,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<String> target,
            OptionalInt status,
            Optional<String> answer) {}

    public boolean failed() {
        return state == State.FAILED;
    }

    /** Of the last time it was sent. */
    public Optional<Attempt> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }
}
