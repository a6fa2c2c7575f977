package org.llmperf.leaderboard.pages;

/**
 * The head of a column.
 *
 * @param detail unit and direction, for example {@code s, lower is better}
 * @param href sorts by the column
 * @param order {@code ascending} or {@code descending} when the rows are sorted by it, otherwise {@code none}
 */
public record Heading(String text, String detail, String href, String order) {

    public boolean sorted() {
        return !order.equals("none");
    }
}
