package org.llmperf.leaderboard.client;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the answers of one client may take together, from their first byte until they have been read: each has its own
 * limit, but a thousand of them at once would not fit. That there is no room left is our own fault, not that of the provider
 * whose answer came last.
 */
final class AnswerMemory {
    /** Of the heap. Reading a body makes events, texts and values of it, which need their room too. */
    private static final int SHARE = 4;

    private final long most;
    private final AtomicLong held = new AtomicLong();

    AnswerMemory(long most) {
        this.most = most;
    }

    static AnswerMemory ofHeap() {
        return new AnswerMemory(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * Counts bytes that have been received. Whoever gets no for an answer gives them back too.
     *
     * @return whether there was room for them
     */
    boolean take(long bytes) {
        return held.addAndGet(bytes) <= most;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    /** Bytes at present. */
    long held() {
        return held.get();
    }
}
