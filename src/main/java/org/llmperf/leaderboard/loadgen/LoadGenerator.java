package org.llmperf.leaderboard.loadgen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.client.ProviderClient;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * Sends a plan's requests: as many workers as may be under way at once, each with one request under way, and no barrier
 * between them. A worker is a thread that waits for its answer. Chaining the next request to the last one's future would
 * save its waking up, some microseconds that stand between {@code intended} and {@code started} for all to see, but would
 * run a listener on the threads that read other answers.
 *
 * <p>An offered rate is sent by the same workers: each takes the next request of the schedule and waits until it is due. If
 * all are busy then, the request is late by as much, and its intended start stays what it was.
 */
public final class LoadGenerator {
    /** After which requests under way are ended once more when the run is over: one may have been starting just then. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final NanoClock nanos;
    private final Clock clock;

    public LoadGenerator(NanoClock nanos, Clock clock) {
        this.nanos = nanos;
        this.clock = clock;
    }

    /** As the other, to its last request. */
    public LoadResult run(RunPlan plan, ProviderClient client, RunListener listener) {
        return run(plan, client, listener, StopRule.NEVER);
    }

    /**
     * Sends the plan's prompts, each once, and waits for all answers. After the scenario's limit for a run no further one
     * is sent, and those under way are ended as timeouts. If the calling thread is interrupted the run ends at once; those
     * under way are then left out of the result, since they were ended by us and nothing was measured of them, and the
     * thread's interrupt status is set. If the rule ends the run, no further request is sent and those under way are waited for.
     *
     * @throws IllegalArgumentException if the plan has not one prompt for each request
     * @throws RuntimeException what a listener threw, after the run has been ended
     */
    public LoadResult run(RunPlan plan, ProviderClient client, RunListener listener, StopRule rule) {
        int workers = plan.mostUnderWay();
        Instant startedAt = clock.instant();
        RunInProgress run = new RunInProgress(plan, client, listener, rule, nanos);
        CountDownLatch atWork = new CountDownLatch(workers);
        for (int number = 1; number <= workers; number++) {
            Runnable work = () -> {
                try {
                    run.work();
                } finally {
                    atWork.countDown();
                }
            };
            Thread thread = new Thread(work, "load-worker-" + number);
            thread.setDaemon(true);
            thread.start();
        }
        awaitEnd(atWork, run, plan.scenario().timeouts().run());
        return run.result(startedAt, clock.instant());
    }

    private static void awaitEnd(CountDownLatch atWork, RunInProgress run, Duration limit) {
        boolean interrupted = false;
        boolean ended = false;
        long wait = limit.toNanos();
        while (!ended) {
            try {
                ended = atWork.await(wait, TimeUnit.NANOSECONDS);
                if (!ended) {
                    run.stop("the whole run took longer than its limit of " + limit.toSeconds() + " s");
                }
            } catch (InterruptedException e) {
                interrupted = true;
                run.interrupt();
            }
            wait = PATIENCE_NANOS;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
