package org.llmperf.leaderboard.store;

import java.time.Duration;

/**
 * In how many blocks each run's requests are sent, and over what time: block n of b is due n times window / b after the start
 * of its round, counted from 0.
 *
 * @param blocks at least 1
 * @param window whole seconds
 */
public record Spreading(int blocks, Duration window) {
    /** Each run at once. */
    public static final Spreading NONE = new Spreading(1, Duration.ZERO);

    public boolean none() {
        return blocks == 1;
    }

    /** From one block to the next. */
    public Duration step() {
        return window.dividedBy(blocks);
    }
}
