package org.llmperf.leaderboard.loadgen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.client.ProviderRequest;
import org.llmperf.leaderboard.scenario.Prompt;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.RequestTrace;

/** What the workers of one run share. */
final class RunInProgress {
    private final List<Prompt> prompts;
    private final ProviderClient client;
    private final RunListener listener;
    private final NanoClock nanos;
    private final long originNanos;

    private final AtomicInteger tickets = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final Queue<RequestTrace> traces = new ConcurrentLinkedQueue<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile boolean interrupted;

    RunInProgress(RunPlan plan, ProviderClient client, RunListener listener, NanoClock nanos) {
        if (plan.prompts().size() != plan.scenario().requests()) {
            throw new IllegalArgumentException(
                    plan.prompts().size() + " prompts for " + plan.scenario().requests() + " requests");
        }
        this.prompts = plan.prompts();
        this.client = client;
        this.listener = listener;
        this.nanos = nanos;
        this.originNanos = nanos.nanos();
    }

    /** One worker's part: it should have sent its next request the moment its last one ended. */
    void work() {
        try {
            long intended = originNanos;
            for (int ticket = tickets.getAndIncrement();
                    ticket < prompts.size() && !stopped;
                    ticket = tickets.getAndIncrement()) {
                RequestTrace trace = client.send(request(ticket, intended)).join();
                if (interrupted) {
                    return;
                }
                traces.add(trace);
                listener.requestFinished(trace, finished.incrementAndGet(), prompts.size());
                intended = ended(trace);
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            stop("the run has failed");
        }
    }

    private ProviderRequest request(int ticket, long intended) {
        Prompt prompt = prompts.get(ticket);
        return new ProviderRequest(ticket, originNanos, intended, prompt.text(), prompt.outputTokens());
    }

    /** A request that our own client could not even start has no end. */
    private long ended(RequestTrace trace) {
        return trace.timeline().at(Moment.ENDED).stream()
                .map(sinceOrigin -> originNanos + sinceOrigin)
                .findFirst()
                .orElseGet(nanos::nanos);
    }

    /** No further request starts, and those under way end as timeouts for this reason. */
    void stop(String reason) {
        stopped = true;
        client.abort(reason);
    }

    /** As {@link #stop}, but those under way do not count. */
    void interrupt() {
        interrupted = true;
        stop("the run was interrupted");
    }

    LoadResult result(Instant startedAt, Instant finishedAt) {
        if (failure.get() != null) {
            throw failure.get();
        }
        List<RequestTrace> inOrder = traces.stream()
                .sorted(Comparator.comparingInt(RequestTrace::number))
                .toList();
        long first = instants(inOrder, Moment.STARTED).min().orElse(0);
        long last = instants(inOrder, Moment.ENDED).max().orElse(first);
        return new LoadResult(startedAt, finishedAt, last - first, inOrder);
    }

    private static LongStream instants(List<RequestTrace> traces, Moment moment) {
        return traces.stream().flatMapToLong(trace -> trace.timeline().at(moment).stream());
    }
}
