package org.llmperf.leaderboard.summary;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A confidence interval of the median that assumes no shape of the distribution: it runs from the j-th smallest to the j-th
 * largest value. Among n independent values the number below the true median is binomial with share 1/2, so the interval
 * misses the median exactly when fewer than j values lie on one side of it: with probability 2 P(B &lt; j). The largest j
 * that keeps this at 5 % or less is taken, hence the coverage is at least 95 %. See W. J. Conover, "Practical
 * Nonparametric Statistics", 3rd edition, section 3.2, or H. A. David and H. N. Nagaraja, "Order Statistics", section 7.1.
 *
 * <p>Not a bootstrap: this needs no random numbers, so everyone gets the same interval from the same values.
 */
public final class MedianInterval {
    private static final double MISSING_ON_ONE_SIDE = 0.025;

    private MedianInterval() {}

    /**
     * @param sorted ascending
     * @return absent for fewer than 6 values: even their whole range covers the median in under 95 % of samples
     */
    public static Optional<Interval> of(double[] sorted) {
        OptionalInt rank = rank(sorted.length);
        return rank.isEmpty()
                ? Optional.empty()
                : Optional.of(new Interval(sorted[rank.getAsInt() - 1], sorted[sorted.length - rank.getAsInt()]));
    }

    /**
     * The rank j, from 1, of the interval's lower end among n values; the upper end has rank n + 1 − j.
     *
     * @return absent for fewer than 6 values
     */
    static OptionalInt rank(int n) {
        // The probability of k values below the median is built up from k = 0 as a logarithm, since 2^-n is no double
        // for
        // n over 1,074. A term too small for a double adds nothing that matters to 2.5 %.
        double logProbability = -n * Math.log(2);
        double cumulative = 0;
        int rank = 0;
        while (rank < n) {
            cumulative += Math.exp(logProbability);
            if (cumulative > MISSING_ON_ONE_SIDE) {
                break;
            }
            logProbability += Math.log((double) (n - rank) / (rank + 1));
            rank++;
        }
        return rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
    }
}
