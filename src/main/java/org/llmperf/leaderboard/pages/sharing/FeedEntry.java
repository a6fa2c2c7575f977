package org.llmperf.leaderboard.pages.sharing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a feed tells of one publication.
 *
 * @param id a tag URI
 * @param href whole address of the page that shows it
 * @param summary a sentence
 */
public record FeedEntry(
        String title, String id, String href, Instant updated, String summary, List<Paragraph> paragraphs) {

    /** Lines under a heading. */
    public record Paragraph(String heading, List<String> lines) {}

    /** Both; of those that became visible at one instant the first ones first. */
    static List<FeedEntry> newestFirst(List<FeedEntry> first, List<FeedEntry> second) {
        return Stream.concat(first.stream(), second.stream())
                .sorted(Comparator.comparing(FeedEntry::updated).reversed())
                .toList();
    }
}
