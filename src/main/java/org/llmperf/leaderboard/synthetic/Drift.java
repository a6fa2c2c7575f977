package org.llmperf.leaderboard.synthetic;

import java.util.Random;

/**
 * How one offering changes from week to week: it wanders about its own level, moves to a new level now and then, and has a bad
 * week now and then. So one week resembles the last one, as measured weeks do.
 */
final class Drift {
    private static final double MEMORY = 0.9;
    private static final double STEP = 0.04;
    private static final double NEW_LEVEL = 0.008;
    private static final double BAD_WEEK = 0.01;

    private final Random chance;
    private double firstToken;
    private double token;
    private double wanderFirst;
    private double wanderToken;

    /**
     * @param chance of this offering alone
     */
    Drift(Random chance) {
        this.chance = chance;
        firstToken = 0.08 * Math.exp(chance.nextDouble() * 3);
        token = 0.002 * Math.exp(chance.nextDouble() * 3);
    }

    /**
     * What a week is like.
     *
     * @param firstToken median, seconds
     * @param token median time per token after the first, seconds
     * @param spread of both between requests, as the standard deviation of the logarithm
     * @param failing share of the requests
     */
    record Week(double firstToken, double token, double spread, double failing) {}

    Week next() {
        if (chance.nextDouble() < NEW_LEVEL) {
            firstToken *= Math.exp(0.4 * chance.nextGaussian());
            token *= Math.exp(0.4 * chance.nextGaussian());
        }
        wanderFirst = MEMORY * wanderFirst + STEP * chance.nextGaussian();
        wanderToken = MEMORY * wanderToken + STEP * chance.nextGaussian();
        boolean bad = chance.nextDouble() < BAD_WEEK;
        return new Week(
                firstToken * Math.exp(wanderFirst) * (bad ? 2 : 1),
                token * Math.exp(wanderToken),
                0.12 + 0.15 * chance.nextDouble(),
                bad ? 0.05 + 0.3 * chance.nextDouble() : 0.02 * chance.nextDouble() * chance.nextDouble());
    }
}
