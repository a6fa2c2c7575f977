package org.llmperf.leaderboard.store;

import java.util.UUID;
import org.llmperf.leaderboard.registry.Offering;

/**
 * One worker's measuring of one entry of a round.
 *
 * @param id of the run that it makes
 * @param number among the attempts at this entry, from 1
 */
public record Attempt(UUID id, String roundLabel, String scenarioId, Offering offering, int number) {}
