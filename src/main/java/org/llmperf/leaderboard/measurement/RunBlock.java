package org.llmperf.leaderboard.measurement;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One block of a run that was measured in several, at different times.
 *
 * @param number from 1
 * @param of how many the run should have; some may be missing
 * @param seed of its prompts
 * @param requests sent in it; those of the blocks follow one another in the numbering of the run
 * @param startedAt wall clock at its first request
 * @param finishedAt wall clock at its last end
 * @param wallNanos from its first start to its last end, by the monotonic clock
 * @param environment in which it was measured; another worker may have measured the next one
 * @param certificate of the engine's own error during it
 */
public record RunBlock(
        int number,
        int of,
        long seed,
        int requests,
        Instant startedAt,
        Instant finishedAt,
        long wallNanos,
        RunEnvironment environment,
        Optional<Certificate> certificate) {

    static RunBlock of(Run run, int number, int of) {
        return new RunBlock(
                number,
                of,
                run.configuration().seed(),
                run.requests().size(),
                run.startedAt(),
                run.finishedAt(),
                run.wallNanos(),
                run.environment(),
                run.certificate());
    }

    /** How late the engine stamped the first token in its own worst case: blocks are compared by it. */
    double ttftError() {
        return certificate.stream()
                .flatMap(found -> Stream.concat(Stream.of(found.before()), found.after().stream()))
                .flatMap(calibration -> calibration.ttft().stream())
                .mapToDouble(TimingError::p99)
                .max()
                .orElse(0);
    }
}
