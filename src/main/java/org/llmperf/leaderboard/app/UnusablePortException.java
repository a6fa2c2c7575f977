package org.llmperf.leaderboard.app;

/** The board cannot be served where it should be. The message is for the person who started the program. */
final class UnusablePortException extends RuntimeException {
    UnusablePortException(String message) {
        super(message);
    }
}
