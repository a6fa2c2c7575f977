package org.llmperf.leaderboard.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.llmperf.leaderboard.loadgen.RunListener;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.RunPlan;
import org.llmperf.leaderboard.trace.RequestTrace;

/** A progress bar on standard error, so that standard output holds results alone. */
final class ProgressDisplay implements RunListener, AutoCloseable {
    private static final int UNKNOWN = -1;

    private final ProgressBar bar;
    private final AtomicInteger failed = new AtomicInteger();

    /** Of a run that ends at a duration nobody knows how many requests there will be, unless a schedule says so. */
    static ProgressDisplay of(String task, RunPlan plan) {
        boolean open = plan.scenario().duration().isPresent() && plan.scenario().load() instanceof LoadShape.ClosedLoop;
        return new ProgressDisplay(task, open ? UNKNOWN : plan.prompts().size());
    }

    ProgressDisplay(String task, int requests) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(requests)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(terminal()))
                .build();
    }

    /** Itself, not what {@code System.err} has become: the bar goes back over its line, and holds no text from outside. */
    private static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err));
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
