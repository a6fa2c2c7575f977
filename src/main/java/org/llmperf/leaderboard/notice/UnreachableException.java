package org.llmperf.leaderboard.notice;

/** A receiver that said nothing at all, with the reason in words. */
class UnreachableException extends RuntimeException {
    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
