package org.llmperf.leaderboard.synthetic;

import java.time.Instant;
import java.util.List;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * One invented week.
 *
 * @param region says that it is none
 * @param results one for each offering, in the order of the registry
 */
public record SyntheticRound(
        String region, Scenario scenario, long seed, Instant startedAt, Instant publishedAt, List<Result> results) {

    /** A run, without its requests in most rounds, and its figures. */
    public record Result(Run run, RunSummary summary) {}
}
