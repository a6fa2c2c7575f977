package org.llmperf.leaderboard.measurement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One offering measured once.
 *
 * @param startedAt wall clock at the first request
 * @param finishedAt wall clock at the last end
 * @param wallNanos from the first start to the last end, by the monotonic clock
 * @param requests in the order of their numbers
 * @param planned requests that should have been sent; of a run that ended at its duration, those that were
 * @param certificate of the engine's own error; absent for a run that another program measured
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
        int planned,
        Optional<Certificate> certificate) {

    /** Without a certificate; one that should have sent as many requests as its scenario says. */
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
                configuration.scenario().requests(),
                Optional.empty());
    }

    /** The same run with its certificate. A valid run is suspect if that one leaves a doubt; an invalid one stays it. */
    public Run certified(Certificate found) {
        RunVerdict judged =
                verdict.valid() ? found.doubt().map(RunVerdict::suspect).orElse(verdict) : verdict;
        return new Run(
                id,
                configuration,
                environment,
                startedAt,
                finishedAt,
                wallNanos,
                requests,
                judged,
                planned,
                Optional.of(found));
    }
}
