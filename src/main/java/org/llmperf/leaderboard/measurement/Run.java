package org.llmperf.leaderboard.measurement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One offering measured once.
 *
 * @param environment of its first block, if it has several
 * @param startedAt wall clock at the first request
 * @param finishedAt wall clock at the last end
 * @param wallNanos from the first start to the last end, by the monotonic clock, without the time between blocks
 * @param requests in the order of their numbers
 * @param planned requests that should have been sent; of a run that ended at its duration, those that were
 * @param certificate of the engine's own error, in the worst of its blocks; absent for a run that another program measured
 * @param blocks in which it was measured; empty if it was at once
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
        Optional<Certificate> certificate,
        List<RunBlock> blocks) {

    /** Journals and dry runs of before there were blocks know nothing of them. */
    public Run {
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
    }

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
                Optional.empty(),
                List.of());
    }

    /** Whether we ended it, so that no further block is measured. */
    public boolean endedEarly() {
        return verdict.reason().flatMap(Measurer::endedEarly).isPresent();
    }

    /** The same run with the knowledge of its blocks. */
    public Run inBlocks(List<RunBlock> known) {
        return new Run(
                id,
                configuration,
                environment,
                startedAt,
                finishedAt,
                wallNanos,
                requests,
                verdict,
                planned,
                certificate,
                known);
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
                Optional.of(found),
                blocks);
    }
}
