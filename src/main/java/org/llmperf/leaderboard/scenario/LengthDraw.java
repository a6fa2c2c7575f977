package org.llmperf.leaderboard.scenario;

import org.llmperf.leaderboard.scenario.LengthDistribution.Empirical;
import org.llmperf.leaderboard.scenario.LengthDistribution.Fixed;
import org.llmperf.leaderboard.scenario.LengthDistribution.Lognormal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Normal;
import org.llmperf.leaderboard.scenario.LengthDistribution.Uniform;

/**
 * Draws one length. Each kind uses CPython's random numbers as CPython's own function for it would ({@code gauss},
 * {@code randint}, {@code choices}), so that anyone can draw the same lengths again.
 */
final class LengthDraw {
    private LengthDraw() {}

    static int from(LengthDistribution lengths, PythonRandom random) {
        if (lengths instanceof Normal normal) {
            return (int) random.gauss(normal.mean(), normal.standardDeviation());
        }
        if (lengths instanceof Uniform uniform) {
            return uniform.min() + random.below(uniform.max() - uniform.min() + 1);
        }
        if (lengths instanceof Lognormal lognormal) {
            return lognormal(lognormal, random);
        }
        if (lengths instanceof Empirical empirical) {
            return empirical(empirical, random);
        }
        return ((Fixed) lengths).length();
    }

    /** Mean m and deviation s of the lengths are those of exp(X) for normal X of variance ln(1 + s²/m²). */
    private static int lognormal(Lognormal lengths, PythonRandom random) {
        double relative = (double) lengths.standardDeviation() / lengths.mean();
        double variance = StrictMath.log1p(relative * relative);
        double median = StrictMath.log(lengths.mean()) - variance / 2;
        return (int) StrictMath.exp(random.gauss(median, StrictMath.sqrt(variance)));
    }

    private static int empirical(Empirical lengths, PythonRandom random) {
        double left = random.random() * lengths.total();
        for (Empirical.Weighted one : lengths.lengths()) {
            left -= one.weight();
            if (left < 0) {
                return one.length();
            }
        }
        return lengths.lengths().get(lengths.lengths().size() - 1).length();
    }
}
