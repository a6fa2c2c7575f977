package org.llmperf.leaderboard.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.llmperf.leaderboard.trace.NanoClock;
import org.llmperf.leaderboard.trace.Outcome;

/** The time limits of one exchange. Used on its event loop only. */
final class Deadlines {
    private final EventLoop loop;
    private final NanoClock clock;
    private final Limits limits;
    private final Consumer<Fault> expired;
    private Future<?> whole;
    /** The one limit beside the whole request's that runs now: of connecting, of the first byte or of a stall. */
    private Future<?> step;

    private long lastReadNanos;
    private boolean receiving;
    private boolean stopped;

    Deadlines(EventLoop loop, NanoClock clock, Limits limits, Consumer<Fault> expired) {
        this.loop = loop;
        this.clock = clock;
        this.limits = limits;
        this.expired = expired;
    }

    void started() {
        if (stopped) {
            return;
        }
        String slow = "not finished within " + Limits.words(limits.request());
        whole = after(limits.request(), () -> expired.accept(new Fault(Outcome.REQUEST_TIMEOUT, slow)));
        connecting();
    }

    /** From now on, also when a request is sent a second time, the connection has to become ready. */
    void connecting() {
        String unready = "no ready connection within " + Limits.words(limits.connect());
        next(after(limits.connect(), () -> expired.accept(new Fault(Outcome.CONNECT_TIMEOUT, unready))));
    }

    void connected() {
        next(null);
    }

    /** An answer may begin before the request is written whole: then there is no first byte left to wait for. */
    void sent() {
        if (receiving) {
            return;
        }
        String silent = "no byte of an answer within " + Limits.words(limits.firstByte());
        next(after(limits.firstByte(), () -> expired.accept(new Fault(Outcome.FIRST_BYTE_TIMEOUT, silent))));
    }

    void firstByte(long atNanos) {
        receiving = true;
        lastReadNanos = atNanos;
        watchForStall(limits.stall());
    }

    /** Only notes the time. Setting a new timer for each of thousands of reads would cost more than reading them. */
    void read(long atNanos) {
        lastReadNanos = atNanos;
    }

    void stop() {
        stopped = true;
        next(null);
        if (whole != null) {
            whole.cancel(false);
        }
    }

    private void watchForStall(Duration wait) {
        next(after(wait, () -> {
            Duration left = limits.stall().minusNanos(clock.nanos() - lastReadNanos);
            if (left.isNegative() || left.isZero()) {
                String stalled = "no further byte within " + Limits.words(limits.stall());
                expired.accept(new Fault(Outcome.STALL_TIMEOUT, stalled));
            } else {
                watchForStall(left);
            }
        }));
    }

    private Future<?> after(Duration wait, Runnable action) {
        return stopped ? null : loop.schedule(action, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void next(Future<?> timer) {
        if (step != null) {
            step.cancel(false);
        }
        step = timer;
    }
}
