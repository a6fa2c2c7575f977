package org.llmperf.leaderboard.measurement;

import org.llmperf.leaderboard.scenario.Connections;

/** The fixed parts of the method, the same for every run. What they mean stands in docs/methodology.md. */
public final class Method {
    /** Grows with every change that could move a figure, see docs/methodology-changes.md. */
    public static final String VERSION = "1.1";

    public static final String HTTP_VERSION = "HTTP/1.1";
    public static final int RETRIES = 0;

    /** Successes with fewer than four fifths of the tokens asked for are flagged as short. */
    static boolean isShort(int outputTokens, int requestedOutputTokens) {
        return 5L * outputTokens < 4L * requestedOutputTokens;
    }

    /** How connections are used, in words. */
    public static String connection(Connections connections) {
        return connections == Connections.FRESH
                ? "a fresh connection for every request"
                : "a connection is kept for the next request where the provider leaves it open";
    }

    private Method() {}
}
