package org.llmperf.leaderboard.campaign;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.llmperf.leaderboard.store.AttemptProgress;
import org.llmperf.leaderboard.summary.Quantiles;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;

import static java.util.OptionalDouble.empty;
import static java.util.OptionalDouble.of;

/** The figures of a run that is being measured, for whoever watches it. Added to by many threads, without waiting. */
final class LiveFigures {
    private static final double NANOS = 1e9;

    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Queue<Long> ttfts = new ConcurrentLinkedQueue<>();

    void add(RequestTrace request) {
        finished.incrementAndGet();
        if (request.succeeded()) {
            request.timeline().between(Moment.STARTED, Moment.FIRST_CONTENT).ifPresent(ttfts::add);
        } else {
            failed.incrementAndGet();
        }
    }

    AttemptProgress progress() {
        double[] seconds =
                ttfts.stream().mapToDouble(nanos -> nanos / NANOS).sorted().toArray();
        return new AttemptProgress(
                finished.get(), failed.get(), seconds.length == 0 ? empty() : of(Quantiles.of(seconds, 1 / 2.0)));
    }
}
