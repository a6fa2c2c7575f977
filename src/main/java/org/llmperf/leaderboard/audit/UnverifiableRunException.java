package org.llmperf.leaderboard.audit;

/** What was given is no published run, or one that lacks what its figures follow from. The message says what is wrong. */
public final class UnverifiableRunException extends RuntimeException {
    UnverifiableRunException(String message, Throwable cause) {
        super(message, cause);
    }

    UnverifiableRunException(String message) {
        super(message);
    }
}
