package org.llmperf.leaderboard.summary;

import java.util.Locale;

/** The quantiles that are stored and shown. P5 and P10 are the lower tail, which is what hurts in throughput. */
public enum Quantile {
    P5(0.05),
    P10(0.10),
    P25(0.25),
    P50(0.50),
    P75(0.75),
    P90(0.90),
    P95(0.95),
    P99(0.99);

    private final double share;

    Quantile(double share) {
        this.share = share;
    }

    /** Share of the sample below it, 0 to 1. */
    public double share() {
        return share;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
