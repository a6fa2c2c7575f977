package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;

/**
 * What a reader asks of a history, and the addresses of its other views.
 *
 * @param page address of the page without a query
 */
record HistoryQuery(String page, Topic topic, Span span) {

    static HistoryQuery read(String page, List<String> metric, List<String> weeks) {
        return new HistoryQuery(
                page,
                new Parameter("metric", metric).read(Topic::ofId, Topic.ids()).orElse(Topic.FIRST_TOKEN),
                Span.read(weeks));
    }

    List<Choice> topics() {
        return Arrays.stream(Topic.values())
                .map(other -> new Choice(other.title(), Span.address(page, other, span), other == topic))
                .toList();
    }

    /**
     * @param published how many rounds there are at all
     */
    List<Choice> spans(long published) {
        return Span.choices(span, page, topic, published);
    }
}
