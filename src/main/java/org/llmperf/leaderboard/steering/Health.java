package org.llmperf.leaderboard.steering;

import java.time.Instant;
import java.util.List;
import org.llmperf.leaderboard.store.SeenWorker;
import org.llmperf.leaderboard.store.Workers;

/**
 * Whether what the board needs is there.
 *
 * @param journals on this machine's disk that wait for the database; more than a few mean trouble
 * @param aside journals there that were set aside, since they could not be stored or not all of them
 * @param workers seen within a day, by name
 */
public record Health(Workers.DatabaseFacts database, int journals, int aside, List<SeenWorker> workers, Instant at) {}
