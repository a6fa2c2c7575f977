package org.llmperf.leaderboard.llmperf;

/** A file or stored text that should hold results holds something else. The message names it and says what is wrong. */
public final class UnreadableResultsException extends RuntimeException {
    UnreadableResultsException(Object source, String problem) {
        this(source, problem, null);
    }

    UnreadableResultsException(Object source, String problem, Throwable cause) {
        super(source + " cannot be read: " + problem, cause);
    }
}
