package org.llmperf.leaderboard.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end a run at once and still report what was measured. */
final class Interruption implements AutoCloseable {
    /** The run ends within milliseconds of the signal; this much is for writing the result files. */
    private static final int REPORT_SECONDS = 5;

    private final Thread worker;
    private final Thread hook;
    private final CountDownLatch reported = new CountDownLatch(1);
    private volatile boolean happened;

    private Interruption(Thread worker) {
        this.worker = worker;
        this.hook = new Thread(this::interrupt, "interruption");
    }

    static Interruption ofThisThread() {
        var interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean happened() {
        return happened;
    }

    private void interrupt() {
        happened = true;
        worker.interrupt();
        try {
            reported.await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reported.countDown();
        if (!happened) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            happened = true; // the signal came between the question and the call; the hook finds its latch open
        }
    }
}
