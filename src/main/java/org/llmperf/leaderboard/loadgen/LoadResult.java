package org.llmperf.leaderboard.loadgen;

import java.time.Instant;
import java.util.List;
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
 */
public record LoadResult(
        Instant startedAt, Instant finishedAt, long wallNanos, List<RequestTrace> traces, int planned) {}
