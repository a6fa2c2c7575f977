package org.llmperf.leaderboard.measurement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One offering measured once.
 *
 * @param startedAt wall clock at the first request
 * @param finishedAt wall clock at the last end
 * @param wallNanos from the first start to the last end, by the monotonic clock
 * @param requests in the order of their numbers
 * @param planned requests that should have been sent; of a run that ended at its duration, those that were
 */
public record Run(
        UUID id,
        RunConfiguration configuration,
        RunEnvironment environment,
        Instant startedAt,
        Instant finishedAt,
        long wallNanos,
        List<MeasuredRequest> requests,
        RunVerdict verdict,
        int planned) {

    /** One that should have sent as many requests as its scenario says. */
    public Run(
            UUID id,
            RunConfiguration configuration,
            RunEnvironment environment,
            Instant startedAt,
            Instant finishedAt,
            long wallNanos,
            List<MeasuredRequest> requests,
            RunVerdict verdict) {
        this(
                id,
                configuration,
                environment,
                startedAt,
                finishedAt,
                wallNanos,
                requests,
                verdict,
                configuration.scenario().requests());
    }
}
