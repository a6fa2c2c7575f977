package org.llmperf.leaderboard.client;

/**
 * Watches one answer's bytes for what ends it, since some servers keep the connection open after that. It runs on the I/O
 * thread at each read, where every microsecond delays the stamps of other streams: it may look at each byte once, and
 * leaves all understanding to {@link Dialect#read}.
 */
@FunctionalInterface
public interface EndMarker {
    /** For formats that end only with the body. */
    EndMarker NONE = bytes -> false;

    /**
     * @param bytes the next of the body; a marker may be spread over several calls
     * @return whether the answer's end has been seen
     */
    boolean seenIn(byte[] bytes);
}
