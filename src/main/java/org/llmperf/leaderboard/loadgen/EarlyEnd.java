package org.llmperf.leaderboard.loadgen;

/**
 * Why a {@link StopRule} ended a run.
 *
 * @param words for readers
 */
public record EarlyEnd(Cause cause, String words) {
    public enum Cause {
        /** The provider answered nothing, or without end: that is a result, and what was sent counts. */
        PROVIDER,
        /** We chose to send no more: says nothing of the provider. */
        OURS
    }
}
