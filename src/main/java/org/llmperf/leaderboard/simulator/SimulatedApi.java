package org.llmperf.leaderboard.simulator;

import java.time.Clock;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * What all connections of a simulator share: the settings, the count of requests, the rate limit. Belongs to the one event loop, so
 * nothing here is synchronised.
 */
final class SimulatedApi {
    private final SimulatorSettings settings;
    private final RateWindow rate;
    private final NanoClock nanoClock;
    private final Clock clock;
    private long ids;
    private long chats;

    SimulatedApi(SimulatorSettings settings, NanoClock nanoClock, Clock clock) {
        this.settings = settings;
        this.rate = new RateWindow(settings.rateLimit());
        this.nanoClock = nanoClock;
        this.clock = clock;
    }

    SimulatorSettings settings() {
        return settings;
    }

    NanoClock nanoClock() {
        return nanoClock;
    }

    /** Seconds since 1970, as the API's field {@code created}. */
    long createdSeconds() {
        return clock.instant().getEpochSecond();
    }

    /** Tells requests of all kinds apart. */
    long nextId() {
        return ids++;
    }

    /** Numbers chat requests, from 0; refused ones too, or else the answers would depend on how fast clients are. */
    long nextNumber() {
        return chats++;
    }

    /** Nanoseconds until a request would be admitted; 0 admits this one. */
    long admit(long nanos) {
        return rate.admit(nanos);
    }
}
