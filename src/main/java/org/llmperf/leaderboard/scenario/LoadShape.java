package org.llmperf.leaderboard.scenario;

/** When requests are sent. */
public sealed interface LoadShape {

    /** Independent workers, each sending its next request as soon as its last one ended. */
    record ClosedLoop(int workers) implements LoadShape {}
}
