package org.llmperf.leaderboard.client;

/**
 * The part of an answer's body that one socket read brought.
 *
 * @param bytes after TLS and transfer decoding
 * @param atNanos when the read arrived, before anything was done with it
 * @param number of the read among those that brought a part of this body, from 1
 */
public record BodyRead(byte[] bytes, long atNanos, int number) {
    /** Bytes that keeping a read takes beside those it brought, so that an answer in reads of one byte is not for nothing. */
    static final int OVERHEAD = 64;

    int held() {
        return bytes.length + OVERHEAD;
    }
}
