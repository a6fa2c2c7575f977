package org.llmperf.leaderboard.campaign;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends a thread of ours when it has done what it was given. Not {@code ExecutorService.close}, which comes with Java 19 and throws
 * work away when it is interrupted: a worker that is told to stop still has to write down what it measured.
 */
final class LastTasks {
    private LastTasks() {}

    /** Takes nothing more and returns when the rest is done, or after so many seconds. An interrupt is kept for the caller. */
    static void await(ExecutorService thread, int seconds) {
        thread.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            thread.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
