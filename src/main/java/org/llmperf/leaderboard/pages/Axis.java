package org.llmperf.leaderboard.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;

/** The common scale on which all bars of one column are drawn. */
public record Axis(double from, double to) {
    private static final double[] ROUND = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    /** From zero to the first round number that is not below any of the values. */
    static Axis fromZero(Collection<Double> values) {
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (highest <= 0) {
            return new Axis(0, 1);
        }
        return new Axis(0, roundedUp(highest));
    }

    /** The upper part of 0 to 100 %, from a whole ten per cent: rates near 100 % could not be told apart on the whole of it. */
    static Axis shareNearOne(Collection<Double> shares) {
        double lowest = shares.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return new Axis(Math.max(0, Math.min(0.9, Math.floor(lowest * 10) / 10)), 1);
    }

    /** Where a value lies, from {@code 0.0%} to {@code 100.0%}. */
    public String at(double value) {
        double share = (value - from) / (to - from);
        return Format.fixed(100 * Math.max(0, Math.min(1, share)), 1) + "%";
    }

    /** Its ends, for example {@code 0–0.5 s}. */
    String text(NumberStyle style) {
        return trimmed(from * style.factor()) + "–" + trimmed(to * style.factor()) + "\u00a0" + style.unit();
    }

    /** Without zeros at its end. */
    static String trimmed(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Distance of round marks of which at most about {@code count} fit on the axis. */
    double step(int count) {
        return roundedUp((to - from) / count);
    }

    private static double roundedUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double round : ROUND) {
            if (round * power >= value) {
                return round * power;
            }
        }
        return 10 * power;
    }
}
