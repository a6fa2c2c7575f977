package org.llmperf.leaderboard.summary;

import java.util.Arrays;
import java.util.Optional;

/**
 * The one-sample procedures of Wilcoxon's signed rank: point estimate, exact interval and exact test for the centre of a symmetric
 * distribution. M. Hollander, D. A. Wolfe, E. Chicken, "Nonparametric Statistical Methods", 3rd edition, sections 3.1 to 3.3. Values may
 * be infinite: only their order counts. Apache Commons Statistics and Hipparchus have the test, but neither estimate nor interval, and
 * their exact test refuses ties.
 */
public final class SignedRank {
    private SignedRank() {}

    /**
     * The Hodges-Lehmann estimate: the median of the means of all pairs of values, each value with itself included.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static double estimate(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        return Quantiles.median(pairMeans(values));
    }

    /**
     * The exact interval: the C-th smallest to the C-th largest of the pairs' means, with the largest C that keeps the error
     * probability.
     *
     * @param error at most this share of intervals misses the centre
     * @return absent if even all values together are too few
     */
    public static Optional<Interval> interval(double[] values, double error) {
        int place = place(values.length, error);
        if (place == 0) {
            return Optional.empty();
        }
        double[] means = pairMeans(values);
        return Optional.of(new Interval(means[place - 1], means[means.length - place]));
    }

    /** C, from 1: the largest number with 2 P(T &lt; C) at most the error; 0 if there is none. */
    static int place(int n, double error) {
        var doubledRanks = new int[n];
        Arrays.setAll(doubledRanks, i -> 2 * (i + 1));
        double[] distribution = distribution(doubledRanks);
        double below = 0;
        int place = 0;
        while (2 * place < distribution.length && 2 * (below + distribution[2 * place]) <= error) {
            below += distribution[2 * place];
            place++;
        }
        return place;
    }

    /**
     * The two-sided probability of a signed rank sum at least as extreme, if each value were as likely to have the other sign. Zeros
     * say nothing and are left out; equal sizes share their mean rank, and the distribution is that of the ranks as they are.
     *
     * @return 1 when nothing is left
     */
    public static double probability(double[] differences) {
        double[] told = Arrays.stream(differences)
                .filter(d -> d != 0 && !Double.isNaN(d))
                .toArray();
        int[] ranks = doubledRanks(told);
        int positive = 0;
        int all = 0;
        for (int i = 0; i < told.length; i++) {
            positive += told[i] > 0 ? ranks[i] : 0;
            all += ranks[i];
        }
        double[] distribution = distribution(ranks);
        double tail = 0;
        for (int sum = 0; sum <= Math.min(positive, all - positive); sum++) {
            tail += distribution[sum];
        }
        return Math.min(1, 2 * tail);
    }

    /** Twice the rank of each absolute value, so that a shared mean rank is a whole number. */
    private static int[] doubledRanks(double[] values) {
        double[] sorted = Arrays.stream(values).map(Math::abs).sorted().toArray();
        return Arrays.stream(values)
                .mapToInt(value -> {
                    double size = Math.abs(value);
                    int below = 0;
                    int upTo = 0;
                    for (double other : sorted) {
                        below += other < size ? 1 : 0;
                        upTo += other <= size ? 1 : 0;
                    }
                    return below + upTo + 1;
                })
                .toArray();
    }

    /** Probability of each sum of those of the ranks that a fair coin picks. */
    private static double[] distribution(int[] ranks) {
        var distribution = new double[Arrays.stream(ranks).sum() + 1];
        distribution[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            for (int sum = reached; sum >= 0; sum--) {
                distribution[sum] /= 2;
                distribution[sum + rank] += distribution[sum];
            }
            reached += rank;
        }
        return distribution;
    }

    private static double[] pairMeans(double[] values) {
        var means = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = values[i] + values[j];
                means[next++] = Double.isNaN(sum) ? 0 : sum / 2; // opposite infinities: neither side
            }
        }
        Arrays.sort(means);
        return means;
    }
}
