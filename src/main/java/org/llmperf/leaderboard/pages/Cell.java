package org.llmperf.leaderboard.pages;

/**
 * A number twice: as it is written, and, for the chart that is drawn from the table, in the same unit with more digits.
 */
public record Cell(String text, String exact) {

    static Cell of(double value, NumberStyle style) {
        return new Cell(style.text(value), Format.sixDigits(value * style.factor()));
    }
}
