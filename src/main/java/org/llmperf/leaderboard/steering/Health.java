package org.llmperf.leaderboard.steering;

import java.time.Instant;
import java.util.List;
import org.llmperf.leaderboard.store.SeenWorker;
import org.llmperf.leaderboard.store.Workers;

/**
 * Whether what the board needs is there.
 *
 * @param journals on this machine's disk that wait for the database; more than a few mean trouble
 * @param workers seen within a day, by name
 */
public record Health(Workers.DatabaseFacts database, int journals, List<SeenWorker> workers, Instant at) {}
