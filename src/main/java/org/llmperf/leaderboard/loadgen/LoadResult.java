package org.llmperf.leaderboard.loadgen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * What one run of load brought.
 *
 * @param startedAt wall clock at the first request
 * @param finishedAt wall clock at the last end
 * @param wallNanos from the first start to the last end, by the monotonic clock
 * @param traces of every request sent, in the order of their numbers; those under way when a run was interrupted are left
 *     out, since nothing was measured of them
 * @param planned requests that should have been sent; of a run that ended at its duration, those that were
 * @param endedEarly why a {@link StopRule} ended it
 */
public record LoadResult(
        Instant startedAt,
        Instant finishedAt,
        long wallNanos,
        List<RequestTrace> traces,
        int planned,
        Optional<EarlyEnd> endedEarly) {

    /** Of a run that no rule ended. */
    public LoadResult(Instant startedAt, Instant finishedAt, long wallNanos, List<RequestTrace> traces, int planned) {
        this(startedAt, finishedAt, wallNanos, traces, planned, Optional.empty());
    }

    /** With the time that the instants of the traces tell. */
    public static LoadResult of(Instant startedAt, Instant finishedAt, List<RequestTrace> traces, int planned) {
        long first = instants(traces, Moment.STARTED).min().orElse(0);
        long last = instants(traces, Moment.ENDED).max().orElse(first);
        return new LoadResult(startedAt, finishedAt, last - first, traces, planned);
    }

    /** The same of a run that a rule ended, or none. */
    public LoadResult withEarlyEnd(Optional<EarlyEnd> why) {
        return new LoadResult(startedAt, finishedAt, wallNanos, traces, planned, why);
    }

    private static LongStream instants(List<RequestTrace> traces, Moment moment) {
        return traces.stream().flatMapToLong(trace -> trace.timeline().at(moment).stream());
    }
}
