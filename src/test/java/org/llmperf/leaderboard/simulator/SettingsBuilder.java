package org.llmperf.leaderboard.simulator;

import java.time.Duration;

/** Settings for a test, fast and without faults unless it says otherwise. */
final class SettingsBuilder {
    Duration ttft = Duration.ofMillis(1);
    Duration itl = Duration.ofNanos(100_000);
    double jitter;
    int tokensPerEvent = 1;
    double stallRate;
    Duration stall = Duration.ZERO;
    double errorRate;
    double truncateRate;
    double rateLimit;
    double wrongRate;
    Trick trick;
    long seed = 1;

    SimulatorSettings build() {
        return new SimulatorSettings(
                ttft,
                itl,
                jitter,
                tokensPerEvent,
                stallRate,
                stall,
                errorRate,
                truncateRate,
                rateLimit,
                wrongRate,
                trick,
                seed);
    }
}
