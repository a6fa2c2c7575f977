package org.llmperf.leaderboard.pages;

import java.util.Map;

/**
 * Where a chart is drawn. The script draws it from a table of the same page and adds ways to save it.
 *
 * @param kind {@code spread}, {@code trade}, {@code history}, {@code ecdf} or {@code timeline}
 * @param table id of the table
 * @param heading of a saved picture
 * @param text what is to be seen, for those who cannot
 * @param source of what and when, beneath a saved picture
 * @param size {@code low}, {@code middle}, {@code high} or {@code highest}, by how much is to be shown
 * @param data what else the kind must know: titles and units of axes, ids of other parts of the page
 */
public record ChartFrame(
        String kind, String table, String heading, String text, String source, String size, Map<String, String> data) {

    /** By the number of lines or bars beside each other. */
    static String size(int number) {
        return number <= 5 ? "low" : number <= 12 ? "middle" : number <= 25 ? "high" : "highest";
    }

    /** Name of a saved file, without its ending: the heading in small letters, figures and dashes. */
    public String file() {
        return (heading + " " + source)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
