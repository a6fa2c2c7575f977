package org.llmperf.leaderboard.registry;

import java.util.List;

/** Which offerings of a registry a round measures, and why it leaves out the others: nothing is dropped silently. */
public record Selection(List<Offering> measured, List<NotMeasured> notMeasured) {

    /**
     * @param reason for readers of the board
     */
    public record NotMeasured(Offering offering, String reason) {}
}
