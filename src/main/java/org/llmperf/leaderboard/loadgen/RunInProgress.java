package org.llmperf.leaderboard.loadgen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
    private final StopRule rule;
    private final NanoClock nanos;
    private final Pace pace;
    private final Tickets tickets;
    private final Turns turns = new Turns();
    private final long originNanos;

    private final AtomicInteger finished = new AtomicInteger();
    private final Queue<RequestTrace> traces = new ConcurrentLinkedQueue<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final AtomicReference<EarlyEnd> endedEarly = new AtomicReference<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean interrupted;

    RunInProgress(RunPlan plan, ProviderClient client, RunListener listener, StopRule rule, NanoClock nanos) {
        int most = plan.scenario().mostRequests(plan.seed());
        if (plan.prompts().size() != most) {
            throw new IllegalArgumentException(plan.prompts().size() + " prompts for " + most + " requests");
        }
        this.prompts = plan.prompts();
        this.client = client;
        this.listener = listener;
        this.rule = rule;
        this.nanos = nanos;
        this.pace = Pace.of(plan);
        this.tickets = new Tickets(most);
        this.originNanos = nanos.nanos();
    }

    /** One worker's part: takes the next ticket, waits until it is due, sends it and waits for its end. */
    void work() {
        try {
            long freeAt = 0;
            for (OptionalInt ticket = next(freeAt); ticket.isPresent(); ticket = next(freeAt)) {
                long intended = pace.intended(ticket.getAsInt(), freeAt);
                if (stoppedBefore(intended)) {
                    return;
                }
                RequestTrace trace =
                        client.send(request(ticket.getAsInt(), intended)).join();
                if (interrupted) {
                    return;
                }
                traces.add(trace);
                listener.requestFinished(trace, finished.incrementAndGet(), prompts.size());
                rule.reason(trace).ifPresent(this::end);
                freeAt = turns.freeAt(trace, ended(trace));
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            stop("the run has failed");
        } catch (Error e) { // its thread ends here, and without this the run would look whole
            failure.compareAndSet(null, new IllegalStateException("a load worker has died", e));
            stop("the run has failed");
        }
    }

    private OptionalInt next(long freeAt) {
        if (pace.over(freeAt)) {
            tickets.enough();
        }
        return tickets.next();
    }

    /** Waits until the request is due. Nothing is waited for that is due already. */
    private boolean stoppedBefore(long intended) {
        try {
            for (long left = left(intended); left > 0; left = left(intended)) {
                if (stopped.await(left, TimeUnit.NANOSECONDS)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a worker", e);
        }
    }

    private long left(long intended) {
        return originNanos + intended - nanos.nanos();
    }

    private ProviderRequest request(int ticket, long intended) {
        Prompt prompt = prompts.get(ticket);
        return new ProviderRequest(ticket, originNanos, originNanos + intended, prompt.text(), prompt.outputTokens());
    }

    /** A request that our own client could not even start has no end. */
    private long ended(RequestTrace trace) {
        return trace.timeline().at(Moment.ENDED).orElseGet(() -> nanos.nanos() - originNanos);
    }

    /** No further request starts; those under way are paid for and are waited for. */
    private void end(EarlyEnd why) {
        endedEarly.compareAndSet(null, why);
        tickets.stop();
        stopped.countDown();
    }

    /** No further request starts, and those under way end as timeouts for this reason. */
    void stop(String reason) {
        tickets.stop();
        stopped.countDown();
        client.abort(reason);
    }

    /** As {@link #stop}, but those under way do not count. */
    void interrupt() {
        interrupted = true;
        endedEarly.compareAndSet(null, new EarlyEnd(EarlyEnd.Cause.OURS, "it was interrupted"));
        stop("the run was interrupted");
    }

    LoadResult result(Instant startedAt, Instant finishedAt) {
        if (failure.get() != null) {
            throw failure.get();
        }
        List<RequestTrace> inOrder = traces.stream()
                .sorted(Comparator.comparingInt(RequestTrace::number))
                .toList();
        return LoadResult.of(startedAt, finishedAt, inOrder, tickets.planned())
                .withEarlyEnd(Optional.ofNullable(endedEarly.get()));
    }
}
