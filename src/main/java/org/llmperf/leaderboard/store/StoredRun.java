package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunBlock;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * A published run with its figures, without its requests, which are many.
 *
 * @param configurationHash SHA-256 of the configuration's canonical JSON, in hexadecimal
 * @param certificate how exact the measuring was; absent for runs of before there were certificates
 * @param blocks in which it was measured; empty if it was at once
 */
public record StoredRun(
        UUID id,
        String roundLabel,
        RunConfiguration configuration,
        String configurationHash,
        RunEnvironment environment,
        Instant startedAt,
        Instant finishedAt,
        long wallNanos,
        RunVerdict verdict,
        RunSummary summary,
        Optional<Certificate> certificate,
        List<RunBlock> blocks) {

    public Offering offering() {
        return configuration.offering();
    }

    StoredRun with(RunVerdict other) {
        return new StoredRun(
                id,
                roundLabel,
                configuration,
                configurationHash,
                environment,
                startedAt,
                finishedAt,
                wallNanos,
                other,
                summary,
                certificate,
                blocks);
    }

    /** The run with its requests, as it was measured. */
    public Run toRun(List<MeasuredRequest> requests) {
        return new Run(
                id,
                configuration,
                environment,
                startedAt,
                finishedAt,
                wallNanos,
                requests,
                verdict,
                summary.planned(),
                certificate,
                blocks);
    }
}
