package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A small line over rounds, in a box of 100 by 24, from zero.
 *
 * @param lines one list of points for each stretch without a gap, for SVG's {@code points}
 * @param text the same in words
 */
public record Sparkline(List<String> lines, String endX, String endY, String text) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 3;

    /**
     * @param values one a round, the oldest first; absent where the round has none
     * @return absent unless two rounds have a value
     */
    static Optional<Sparkline> of(List<OptionalDouble> values, NumberStyle style) {
        List<Double> known = values.stream().flatMap(v -> v.stream().boxed()).toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        double top = Axis.fromZero(known).to();
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        String x = "";
        String y = "";
        for (int i = 0; i < values.size(); i++) {
            OptionalDouble value = values.get(i);
            if (value.isEmpty()) {
                finish(line, lines);
                continue;
            }
            x = coordinate(MARGIN + (WIDTH - 2 * MARGIN) * i / Math.max(1, values.size() - 1));
            y = coordinate(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * value.getAsDouble() / top);
            line.append(line.isEmpty() ? "" : " ").append(x).append(',').append(y);
        }
        finish(line, lines);
        return Optional.of(new Sparkline(lines, x, y, words(known, style)));
    }

    private static void finish(StringBuilder line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }

    private static String words(List<Double> known, NumberStyle style) {
        return known.size() + " rounds, between "
                + style.text(known.stream().min(Double::compare).orElseThrow()) + " and "
                + style.withUnit(known.stream().max(Double::compare).orElseThrow()) + ", newest "
                + style.withUnit(known.get(known.size() - 1));
    }

    /** In tenths, never below 0; a page of a provider has hundreds, so without the decimal arithmetic of {@link Format}. */
    private static String coordinate(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
