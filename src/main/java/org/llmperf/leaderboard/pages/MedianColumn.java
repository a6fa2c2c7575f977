package org.llmperf.leaderboard.pages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.store.StoredRun;

/** The head of a column of medians. */
public record MedianColumn(String text, String unit) {

    /** One way of writing each metric, that the intervals of all these runs justify. */
    static Map<Topic, NumberStyle> styles(List<StoredRun> runs) {
        var styles = new EnumMap<Topic, NumberStyle>(Topic.class);
        var columns = new BoardColumns(BoardQuery.DEFAULT, runs);
        for (Topic topic : RoundRow.topics()) {
            styles.put(topic, columns.style(topic));
        }
        return styles;
    }

    static List<MedianColumn> of(Map<Topic, NumberStyle> styles) {
        return RoundRow.topics().stream()
                .map(topic -> new MedianColumn(topic.title(), styles.get(topic).unit()))
                .toList();
    }
}
