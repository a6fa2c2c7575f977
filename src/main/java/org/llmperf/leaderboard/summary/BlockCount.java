package org.llmperf.leaderboard.summary;

/** How many requests of a block were started and how many of these succeeded. A missing block has neither. */
public record BlockCount(int started, int succeeded) {
    public boolean missing() {
        return started == 0;
    }
}
