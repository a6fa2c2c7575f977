package org.llmperf.leaderboard.summary;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A sample's median with what it might have been by chance: the medians of 1,000 samples of the same size, drawn from the
 * sample itself with replacement. Two of them give the difference of two medians an interval, which that of each median
 * alone does not: that both lie at their unlucky ends at once is rarer than that one does. This is the bootstrap of B. Efron,
 * "Bootstrap Methods: Another Look at the Jackknife", The Annals of Statistics 7 (1979), for two samples, with the percentile
 * interval; see B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 8 and 13.
 */
public final class ResampledMedian {
    private static final int RESAMPLES = 1_000;

    /** Of fewer values only a handful of different medians can be drawn, and the interval is too narrow. */
    private static final int FEWEST = 20;

    private static final double BELOW = 0.025;

    private final double median;
    private final double[] resampled = new double[RESAMPLES];

    private ResampledMedian(double[] sorted, SplittableRandom random) {
        median = Quantiles.of(sorted, Quantile.P50.share());
        var drawn = new int[sorted.length];
        for (int i = 0; i < RESAMPLES; i++) {
            resampled[i] = median(sorted, drawn, random);
        }
    }

    /**
     * @param values in any order; not changed
     * @param seed of what is drawn, another one for each sample: the same would draw the same places from both
     * @return absent for fewer than 20 values
     */
    public static Optional<ResampledMedian> of(double[] values, long seed) {
        if (values.length < FEWEST) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Optional.of(new ResampledMedian(sorted, new SplittableRandom(seed)));
    }

    /** By how much this median exceeds the other one. */
    public Difference minus(ResampledMedian other) {
        var differences = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            differences[i] = resampled[i] - other.resampled[i];
        }
        Arrays.sort(differences);
        return new Difference(
                median - other.median,
                new Interval(Quantiles.of(differences, BELOW), Quantiles.of(differences, 1 - BELOW)));
    }

    /**
     * The median of one resample. Which values are drawn how often is counted by their places in the sorted sample, so that
     * nothing has to be sorted again.
     *
     * @param drawn zeros, and zeros again afterwards
     */
    private static double median(double[] sorted, int[] drawn, SplittableRandom random) {
        int n = sorted.length;
        for (int i = 0; i < n; i++) {
            drawn[random.nextInt(n)]++;
        }
        int place = 0;
        int passed = drawn[0];
        while (passed <= (n - 1) / 2) {
            passed += drawn[++place];
        }
        double lower = sorted[place];
        while (passed <= n / 2) {
            passed += drawn[++place];
        }
        Arrays.fill(drawn, 0);
        return (lower + sorted[place]) / 2;
    }
}
