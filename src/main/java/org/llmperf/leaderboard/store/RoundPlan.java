package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.Scenario;

/**
 * What a round is going to do.
 *
 * @param seed of the order
 * @param order the offerings to be measured, in this order
 * @param notMeasured the others, each with the reason in words for readers
 */
public record RoundPlan(
        String region,
        Scenario scenario,
        String methodVersion,
        long seed,
        Instant startedAt,
        List<Offering> order,
        Map<Offering, String> notMeasured) {}
