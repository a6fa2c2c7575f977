package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.Scenario;

/**
 * What a round is going to do.
 *
 * @param seed of the order
 * @param order the offerings to be measured, in this order
 * @param notMeasured the others, each with the reason in words for readers
 * @param spreading of each run's requests
 * @param repeat absent for a weekly round
 */
public record RoundPlan(
        String region,
        Scenario scenario,
        String methodVersion,
        long seed,
        Instant startedAt,
        List<Offering> order,
        Map<Offering, String> notMeasured,
        Spreading spreading,
        Optional<Repeat> repeat) {

    /**
     * Why a round measures again what was measured before.
     *
     * @param reason in words for readers
     * @param askedBy the account that asked; not shown to the public
     */
    public record Repeat(String reason, String askedBy) {}

    /** A weekly round. */
    public RoundPlan(
            String region,
            Scenario scenario,
            String methodVersion,
            long seed,
            Instant startedAt,
            List<Offering> order,
            Map<Offering, String> notMeasured) {
        this(region, scenario, methodVersion, seed, startedAt, order, notMeasured, Spreading.NONE, Optional.empty());
    }
}
