package org.llmperf.leaderboard.summary;

/**
 * Sample quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996). It is what pandas does, and so what LLMPerf published.
 */
public final class Quantiles {
    private Quantiles() {}

    /**
     * @param sorted ascending, at least one value
     * @param share of the sample below the quantile, 0 to 1
     * @throws IllegalArgumentException for an empty sample, which has no quantiles, or a share outside 0 to 1
     */
    public static double of(double[] sorted, double share) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("an empty sample has no quantiles");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not " + share);
        }
        double position = (sorted.length - 1) * share;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * The middle value, or the mean of the middle two. Values may be infinite, which no interpolation allows.
     *
     * @param sorted ascending, at least one value
     */
    static double median(double[] sorted) {
        double lower = sorted[(sorted.length - 1) / 2];
        double upper = sorted[sorted.length / 2];
        return lower == upper ? lower : (lower + upper) / 2;
    }
}
