package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The order of the board's rows.
 *
 * @param column {@code rank}, {@code provider}, {@code tail} (of the metric that ranks), a metric's id for its median, or a
 *     metric's tail such as {@code ttft_p95}
 * @param reversed worst first, or Z to A; written with a minus before the column
 */
record Sort(String column, boolean reversed) {
    static final String RANK = "rank";
    static final String PROVIDER = "provider";
    static final String TAIL = "tail";
    static final Sort DEFAULT = new Sort(RANK, false);

    static Optional<Sort> parse(String text) {
        boolean reversed = text.startsWith("-");
        String column = reversed ? text.substring(1) : text;
        return columns().contains(column) ? Optional.of(new Sort(column, reversed)) : Optional.empty();
    }

    static List<String> columns() {
        var columns = new ArrayList<>(List.of(RANK, PROVIDER, TAIL));
        columns.addAll(Topic.ids());
        Arrays.stream(Topic.values()).filter(Topic::spread).map(Topic::tailId).forEach(columns::add);
        return columns;
    }

    String text() {
        return (reversed ? "-" : "") + column;
    }

    /** What a click on a column's heading asks for: best first, and the other way round when it is so already. */
    Sort clicked(String heading) {
        return new Sort(heading, column.equals(heading) && !reversed);
    }
}
