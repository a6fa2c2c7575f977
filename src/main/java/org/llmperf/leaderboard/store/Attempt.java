package org.llmperf.leaderboard.store;

import java.util.UUID;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.Block;

/**
 * One worker's measuring of one block of an entry of a round.
 *
 * @param id of the run that it makes, if the block is the last one
 * @param block of the entry's requests; the only one unless they are spread over the round's window
 * @param number among the attempts at this entry, from 1
 */
public record Attempt(UUID id, String roundLabel, String scenarioId, Offering offering, Block block, int number) {}
