package org.llmperf.leaderboard.trace;

/** The one clock of durations: monotonic nanoseconds, whose zero means nothing. Dates come from {@link java.time.Clock}. */
@FunctionalInterface
public interface NanoClock {
    NanoClock SYSTEM = System::nanoTime;

    long nanos();
}
