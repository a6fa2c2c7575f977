package org.llmperf.leaderboard.campaign;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * Ends a thread of ours when it has done what it was given. Not {@code ExecutorService.close}, which comes with Java 19 and throws
 * work away when it is interrupted: a worker that is told to stop still has to write down what it measured.
 */
final class LastTasks {
    private LastTasks() {}

    /**
     * Takes nothing more and returns when the rest is done, or after so many seconds. An interrupt does not shorten the wait; it
     * is kept for the caller.
     */
    static void await(ExecutorService thread, int seconds) {
        thread.shutdown();
        long end = NanoClock.SYSTEM.nanos() + TimeUnit.SECONDS.toNanos(seconds);
        boolean interrupted = false;
        boolean waited = false;
        while (!waited) {
            try {
                thread.awaitTermination(end - NanoClock.SYSTEM.nanos(), TimeUnit.NANOSECONDS);
                waited = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
