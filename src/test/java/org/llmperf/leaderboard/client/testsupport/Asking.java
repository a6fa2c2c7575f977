package org.llmperf.leaderboard.client.testsupport;

import java.time.Duration;
import org.llmperf.leaderboard.client.Limits;
import org.llmperf.leaderboard.client.ProviderRequest;

/** Questions and limits for tests. */
public final class Asking {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    /** Longer than any test should take: only a hang would reach them. */
    public static final Limits PATIENT = new Limits(LONG, LONG, LONG, LONG);

    public static final Limits SHORT_CONNECT = new Limits(SHORT, LONG, LONG, LONG);
    public static final Limits SHORT_FIRST_BYTE = new Limits(LONG, SHORT, LONG, LONG);
    public static final Limits SHORT_STALL = new Limits(LONG, LONG, SHORT, LONG);
    public static final Limits SHORT_REQUEST = new Limits(LONG, LONG, LONG, SHORT);

    private Asking() {}

    public static ProviderRequest hello() {
        return new ProviderRequest(0, 0, 0, "Hello", 150);
    }
}
