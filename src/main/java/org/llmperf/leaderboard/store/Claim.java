package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A provider says that a result is wrong, or asks to be measured again.
 *
 * @param text for the maintainers
 * @param answer of the maintainers
 */
public record Claim(
        UUID id,
        UUID runId,
        String provider,
        String model,
        String roundLabel,
        Kind kind,
        State state,
        String text,
        String openedBy,
        Instant openedAt,
        Optional<String> answer,
        Optional<Instant> closedAt) {

    public enum Kind {
        DISPUTE,
        REPEAT
    }

    public enum State {
        OPEN,
        GRANTED,
        REFUSED,
        /** By the provider itself. */
        WITHDRAWN
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
