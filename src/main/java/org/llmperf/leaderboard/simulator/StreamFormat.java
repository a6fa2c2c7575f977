package org.llmperf.leaderboard.simulator;

import io.netty.buffer.ByteBuf;

/**
 * The words of one provider API for a streamed answer, as server-sent events. An instance writes one answer. Each event carries
 * when it was due and, taken last, when it was sent.
 */
interface StreamFormat {

    /** Writes what comes before the first content. */
    void begin(ByteBuf out, long dueNanos);

    /**
     * Writes one event with content.
     *
     * @param text ASCII letters and spaces, so it needs no escaping
     */
    void content(ByteBuf out, String text, long dueNanos);

    /** Writes what comes after the last content. */
    void end(ByteBuf out, long dueNanos);
}
