package org.llmperf.leaderboard.delivery;

/** An answer is not even begun: the database does not answer, and whoever waited for it would keep a thread from others. */
public final class DatabaseAwayException extends RuntimeException {
    DatabaseAwayException() {
        super("it did not answer when it was asked last");
    }
}
