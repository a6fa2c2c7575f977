package org.llmperf.leaderboard.pages.sharing;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/**
 * An Atom feed (RFC 4287).
 *
 * @param id a tag URI
 * @param self address of the feed
 * @param page address of the page that shows the same
 * @param entries the newest first
 */
public record Feed(String title, String subtitle, String id, String self, String page, List<FeedEntry> entries) {
    static final MediaType TYPE = new MediaType("application", "atom+xml").withCharset("UTF-8");

    record atom(Feed feed) implements TemplateInstance {}

    /** When its newest entry became visible; a feed without any has never been updated. */
    public Instant updated() {
        return entries.stream().map(FeedEntry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    String xml() {
        return new atom(this).render();
    }
}
