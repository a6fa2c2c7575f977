package org.llmperf.leaderboard.llmperf;

import java.nio.file.Path;

/** A file that should hold results holds something else. The message names it and says what is wrong. */
public final class UnreadableResultsException extends RuntimeException {
    public UnreadableResultsException(Path file, String problem, Throwable cause) {
        super(file + " cannot be read: " + problem, cause);
    }
}
