package org.llmperf.leaderboard.calibration;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.llmperf.leaderboard.measurement.TimingError;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * How late a thread wakes that wants to wake every 5 ms, as the threads do that read answers: whatever takes the processor away,
 * be it another program, readers of the board or the garbage collector, makes it late. The idea is jHiccup's (Gil Tene).
 * Wakes that a stall swallowed count too, each by its own lateness: counted once, a long stall would vanish among them.
 */
final class WakeUps implements AutoCloseable {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final NanoClock clock;
    private final Thread thread = new Thread(this::tick, "wake-ups");
    private volatile boolean closed;
    private long[] lateness = new long[1024];
    private int count;

    WakeUps(NanoClock clock) {
        this.clock = clock;
        thread.setDaemon(true);
    }

    WakeUps start() {
        thread.start();
        return this;
    }

    private void tick() {
        long due = clock.nanos() + PERIOD_NANOS;
        while (!closed) {
            long left = due - clock.nanos();
            if (left > 0) {
                LockSupport.parkNanos(left);
            } else {
                due = record(due, clock.nanos());
            }
        }
    }

    /**
     * Counts every wake that was due until now.
     *
     * @return when the next one is due
     */
    synchronized long record(long dueNanos, long nowNanos) {
        long due = dueNanos;
        for (; due <= nowNanos; due += PERIOD_NANOS) {
            if (count == lateness.length) {
                lateness = Arrays.copyOf(lateness, 2 * count);
            }
            lateness[count++] = nowNanos - due;
        }
        return due;
    }

    /** In seconds; absent before the first wake. */
    synchronized Optional<TimingError> error() {
        return StampErrors.error(LongStream.of(Arrays.copyOf(lateness, count)));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
