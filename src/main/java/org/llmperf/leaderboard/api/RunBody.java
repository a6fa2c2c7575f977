package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.ReproduceCommand;
import org.llmperf.leaderboard.measurement.RunBlock;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Flag;

/**
 * One run.
 *
 * @param verdict {@code valid}, {@code suspect}, {@code down} or {@code invalid}
 * @param reason why it is not valid
 * @param flags what to know before comparing it, for example {@code not_streaming}
 * @param wallSeconds from the first request's start to the last one's end, without the time between blocks
 * @param blocks in which it was measured, each with its own certificate; left out if it was at once
 * @param configuration complete and effective
 * @param configurationHash SHA-256 of the configuration's canonical JSON
 * @param errors number of failed requests by class
 * @param certificate the measuring program's own error, in seconds, and the budget it had
 * @param reproduce the command that repeats the run
 * @param synthetic whether the run is an invented one, made for design and load
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunBody(
        UUID id,
        String round,
        String provider,
        String model,
        boolean simulated,
        Instant startedAt,
        Instant finishedAt,
        double wallSeconds,
        String verdict,
        String reason,
        List<String> flags,
        Summary summary,
        Map<String, Integer> errors,
        RunConfiguration configuration,
        String configurationHash,
        RunEnvironment environment,
        Certificate certificate,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RunBlock> blocks,
        String reproduce,
        boolean synthetic) {

    public static RunBody of(StoredRun run, boolean synthetic) {
        return new RunBody(
                run.id(),
                run.roundLabel(),
                run.offering().provider().slug(),
                run.offering().model().slug(),
                run.offering().provider().simulated(),
                run.startedAt(),
                run.finishedAt(),
                run.wallNanos() / 1e9,
                run.verdict().status().id(),
                run.verdict().reason().orElse(null),
                Flag.of(run.offering(), run.summary()).stream().map(Flag::id).toList(),
                Summary.of(run.summary()),
                Summary.errors(run.summary()),
                run.configuration(),
                run.configurationHash(),
                run.environment(),
                run.certificate().orElse(null),
                run.blocks(),
                ReproduceCommand.of(run.configuration()),
                synthetic);
    }
}
