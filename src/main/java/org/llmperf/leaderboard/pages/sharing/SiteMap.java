package org.llmperf.leaderboard.pages.sharing;

import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The pages that search engines should know (sitemaps.org).
 *
 * @param pages far fewer than the 50,000 that one file may name
 */
public record SiteMap(List<Page> pages) {

    record sitemap(SiteMap map) implements TemplateInstance {}

    /**
     * @param url the whole address
     * @param changed absent where it is not known
     */
    public record Page(String url, Optional<Instant> changed) {}

    String xml() {
        return new sitemap(this).render();
    }
}
