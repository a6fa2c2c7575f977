package org.llmperf.leaderboard.pages.sharing;

import java.time.Instant;
import java.util.List;

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
}
