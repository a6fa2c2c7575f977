package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Map;

/**
 * A history as a page shows it, with the links to its other metrics and spans.
 *
 * @param chart absent from the page while there is no line to draw, see {@link HistoryTable#told()}
 */
public record HistoryView(List<Choice> topics, List<Choice> spans, HistoryTable table, ChartFrame chart) {

    /**
     * @param what it is a history of, for example a model
     * @param published how many rounds there are at all
     */
    static HistoryView of(HistoryQuery query, HistoryTable table, String what, long published) {
        Topic topic = query.topic();
        String rounds = table.rounds().isEmpty()
                ? ""
                : ", " + table.rounds().get(table.rounds().size() - 1) + " to "
                        + table.rounds().get(0);
        return new HistoryView(
                query.topics(),
                query.spans(published),
                table,
                new ChartFrame(
                        "history",
                        "history-table",
                        what + ": " + topic.title() + " by week",
                        topic.title() + " by week. " + table.text() + " The figures are in the table that follows.",
                        "LLMPerf Leaderboard" + rounds,
                        ChartFrame.size(table.lines().size()),
                        Map.of("title", topic.title(), "unit", table.unit(), "changes", "history-changes")));
    }
}
