package org.llmperf.leaderboard.client;

import java.time.Duration;

/**
 * What turns waiting, or too much of an answer, into a failure.
 *
 * @param connect until the connection is ready: name, TCP and TLS together
 * @param firstByte from the request written to the first byte of the answer's body
 * @param stall between two reads of the body
 * @param request from the start of a request to its end
 * @param bodyBytes of one answer that are held, after transfer decoding and with {@link BodyRead#OVERHEAD} for each read; a
 *     longer one is malformed, so that a provider that never stops cannot fill our memory
 */
public record Limits(Duration connect, Duration firstByte, Duration stall, Duration request, int bodyBytes) {
    /** A hundred times what the longest known answer of 150 tokens takes, padding and all. */
    public static final int BODY_BYTES = 8 << 20;

    /** Of one event: more than the longest answer told in one piece, or told once more at its end. */
    public static final int EVENT_BYTES = 2 << 20;

    /** Of one answer: more than the tokens of the longest that a model gives. */
    public static final int EVENTS = 1 << 18;

    /** Of an answer that asked for few tokens: the longest kept text, in UTF-16 code units. */
    public static final int TEXT_LENGTH = 64 << 10;

    /** Likewise the most events that are kept, of content and reasoning: room for a model that reasons far beyond its limit. */
    public static final int KEPT_EVENTS = 32 << 10;

    /** Both, for each token of an answer that asked for many: far more than the longest token of any vocabulary. */
    private static final int A_TOKEN = 64;

    /** What an event of one token takes with all that APIs put around it, twice over. */
    private static final int BYTES_A_TOKEN = 1 << 10;

    public Limits(Duration connect, Duration firstByte, Duration stall, Duration request) {
        this(connect, firstByte, stall, request, BODY_BYTES);
    }

    /** With room for an answer of so many tokens. */
    Limits forTokens(int tokens) {
        int room = (int) Math.min(Integer.MAX_VALUE / 2, (long) tokens * BYTES_A_TOKEN);
        return new Limits(connect, firstByte, stall, request, Math.max(bodyBytes, room));
    }

    /** Characters of content that are kept of an answer of so many tokens; a longer one is malformed. */
    static int textLength(int tokens) {
        return (int) Math.min(Integer.MAX_VALUE / 2, Math.max(TEXT_LENGTH, (long) tokens * A_TOKEN));
    }

    /** Events that are kept of an answer of so many tokens; one that has more is malformed. */
    static int keptEvents(int tokens) {
        return (int) Math.min(EVENTS, Math.max(KEPT_EVENTS, (long) tokens * A_TOKEN));
    }

    /** What is left for a second request after a first one that took so long. */
    Limits after(Duration spent) {
        Duration left = request.minus(spent);
        return new Limits(connect, firstByte, stall, left.isNegative() ? Duration.ZERO : left, bodyBytes);
    }

    static String words(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    public static String words(int bytes) {
        return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MiB" : bytes + " bytes";
    }
}
