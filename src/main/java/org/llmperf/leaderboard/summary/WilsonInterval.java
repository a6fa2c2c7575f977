package org.llmperf.leaderboard.summary;

/**
 * Wilson's 95 % score interval of a share, from E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", Journal of the American Statistical Association 22 (1927). The textbook interval p ± 1.96 √(p(1−p)/n) would
 * say "exactly 100 %" after 150 successes of 150; this one says 97.5 to 100 %.
 */
public final class WilsonInterval {
    /** The standard normal distribution's 97.5 % quantile. */
    private static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /**
     * @param succeeded 0 to {@code started}; an effective number need not be whole
     * @param started above 0
     * @throws IllegalArgumentException if no share can be made of the two
     */
    public static Interval of(double succeeded, double started) {
        if (started <= 0 || succeeded < 0 || succeeded > started) {
            throw new IllegalArgumentException(succeeded + " of " + started + " is no share");
        }
        double share = succeeded / started;
        double z2n = Z * Z / started;
        double centre = (share + z2n / 2) / (1 + z2n);
        double half = Z / (1 + z2n) * Math.sqrt(share * (1 - share) / started + z2n / started / 4);
        // At the two ends of the scale the formula gives exactly 0 and 1; rounding would leave a hair's breadth.
        double low = succeeded == 0 ? 0 : centre - half;
        double high = succeeded == started ? 1 : centre + half;
        return new Interval(low, high);
    }
}
