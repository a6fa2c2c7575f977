package org.llmperf.leaderboard.campaign;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LastTasksTest {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void the_thread_ends() {
        thread.shutdownNow();
    }

    @Test
    void an_interrupt_does_not_shorten_the_wait_and_is_kept() {
        Thread waiting = Thread.currentThread();
        thread.execute(() -> {
            untilItWaits(waiting);
            waiting.interrupt();
            while (waiting.isInterrupted() && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            untilItWaits(waiting);
        });
        LastTasks.await(thread, 30);
        assertThat(thread.isTerminated()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void untilItWaits(Thread waiting) {
        while (waiting.getState() != Thread.State.TIMED_WAITING
                && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
