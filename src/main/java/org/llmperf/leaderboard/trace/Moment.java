package org.llmperf.leaderboard.trace;

import java.util.Locale;

/** The instants of one request, but for the last in the order in which they come. */
public enum Moment {
    /** When the request should have started: the worker became free, or, at an offered rate, the schedule's instant. */
    INTENDED,
    /** Just before the connection is asked for. */
    STARTED,
    /** The host's address is known. */
    RESOLVED,
    /** TCP is up. */
    CONNECTED,
    /** TLS is up; absent for plain HTTP. */
    SECURED,
    /** The request is written. */
    SENT,
    /** The read that brought the status line and headers. */
    HEADERS,
    /** The read that brought the first byte of the body. */
    FIRST_BYTE,
    /** The read that brought the first reasoning text. */
    FIRST_REASONING,
    /** The read that brought the first non-empty text of the answer. */
    FIRST_CONTENT,
    /** The read that brought the last non-empty text of the answer. */
    LAST_CONTENT,
    /** The read that brought the end marker or the end of the body; for a failure, when it was noticed. */
    ENDED,
    /**
     * The request was sent again, since the server had closed the connection that was kept for it; absent for all others.
     * The instants from {@link #RESOLVED} to {@link #SENT} are then those of the second time. It stands last because stored
     * instants are known by their place.
     */
    RESENT;

    /** As it stands in files, for example {@code first_content}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
