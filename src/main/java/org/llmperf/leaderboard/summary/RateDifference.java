package org.llmperf.leaderboard.summary;

/**
 * The difference of two success rates with Newcombe's interval, which is made of Wilson's of each: R. G. Newcombe, "Interval
 * Estimation for the Difference Between Independent Proportions", Statistics in Medicine 17 (1998), method 10. It also holds
 * where the textbook's fails, at rates of 100 %.
 */
public final class RateDifference {
    private RateDifference() {}

    /** By how much the first rate exceeds the second. */
    public static Difference of(SuccessRate first, SuccessRate second) {
        double value = first.rate() - second.rate();
        return new Difference(
                value,
                new Interval(
                        value
                                - Math.hypot(
                                        first.rate() - first.interval().low(),
                                        second.interval().high() - second.rate()),
                        value
                                + Math.hypot(
                                        first.interval().high() - first.rate(),
                                        second.rate() - second.interval().low())));
    }
}
