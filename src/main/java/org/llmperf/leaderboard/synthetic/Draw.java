package org.llmperf.leaderboard.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * One invented request.
 *
 * @param firstToken seconds; of a failure: until it was noticed
 * @param token seconds per token after the first
 * @param tokens of the answer
 */
record Draw(Outcome outcome, double firstToken, double token, int tokens) {
    private static final List<Outcome> FAILURES = List.of(
            Outcome.RATE_LIMITED, Outcome.RATE_LIMITED, Outcome.HTTP_5XX, Outcome.STALL_TIMEOUT, Outcome.TRUNCATED);
    private static final int WANTED = 150;

    static List<Draw> of(Drift.Week week, int requests, Random chance) {
        var draws = new ArrayList<Draw>(requests);
        for (int i = 0; i < requests; i++) {
            boolean failed = chance.nextDouble() < week.failing();
            draws.add(new Draw(
                    failed ? FAILURES.get(chance.nextInt(FAILURES.size())) : Outcome.SUCCESS,
                    week.firstToken() * Math.exp(week.spread() * chance.nextGaussian()),
                    week.token() * Math.exp(0.3 * week.spread() * chance.nextGaussian()),
                    WANTED - chance.nextInt(6)));
        }
        return draws;
    }

    boolean succeeded() {
        return outcome == Outcome.SUCCESS;
    }

    /** Seconds. */
    double whole() {
        return succeeded() ? firstToken + (tokens - 1) * token : firstToken;
    }

    /** Tokens a second. */
    double throughput() {
        return tokens / whole();
    }
}
