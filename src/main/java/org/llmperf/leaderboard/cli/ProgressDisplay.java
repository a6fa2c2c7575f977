package org.llmperf.leaderboard.cli;

import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.trace.RequestTrace;

/** A progress bar on standard error, so that standard output holds results alone. */
final class ProgressDisplay implements RunListener, AutoCloseable {
    private final ProgressBar bar;
    private final AtomicInteger failed = new AtomicInteger();

    ProgressDisplay(String task, int requests) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(requests)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void requestFinished(RequestTrace trace, int finished, int planned) {
        if (!trace.succeeded()) {
            bar.setExtraMessage(" " + failed.incrementAndGet() + " failed");
        }
        bar.stepTo(finished);
    }

    @Override
    public void close() {
        bar.close();
    }
}
