package org.llmperf.leaderboard.synthetic;

/**
 * How much is made up.
 *
 * @param rounds weeks, at least 1
 * @param offerings in each round, at least 1
 * @param requestsFor the newest rounds whose runs have their requests too
 * @param seed the same one makes the same results
 */
public record SyntheticSettings(int rounds, int offerings, int requestsFor, long seed) {

    /**
     * @throws IllegalArgumentException naming what is out of bounds
     */
    public SyntheticSettings {
        if (rounds < 1 || rounds > 5000) {
            throw new IllegalArgumentException("rounds must be from 1 to 5000, not " + rounds);
        }
        if (offerings < 1 || offerings > 5000) {
            throw new IllegalArgumentException("offerings must be from 1 to 5000, not " + offerings);
        }
        if (requestsFor < 0 || requestsFor > rounds) {
            throw new IllegalArgumentException("requests can be for 0 to " + rounds + " rounds, not " + requestsFor);
        }
    }
}
