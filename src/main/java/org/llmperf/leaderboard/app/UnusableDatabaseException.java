package org.llmperf.leaderboard.app;

/** There is no database to work with. The message is for the person who started the program: what is wrong, what to do. */
final class UnusableDatabaseException extends RuntimeException {
    UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    UnusableDatabaseException(String message) {
        super(message);
    }
}
