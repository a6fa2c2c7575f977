package org.llmperf.leaderboard.pages;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whole addresses of pages. They follow from the configuration alone, never from a request: answers are kept for everybody,
 * and whoever sends a request may name any host in it.
 */
@Singleton
@Named("site")
public class Site {
    private final boolean told;
    private final URI base;

    Site(SiteConfig config, @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        told = config.url().isPresent();
        base = config.url().orElse(URI.create("http://localhost:" + port));
        if (base.getHost() == null) {
            throw new IllegalArgumentException(
                    "leaderboard.url must be a whole address, such as https://board.example, " + "and not \"" + base
                            + "\"");
        }
    }

    /** Whether somebody said where the site is; otherwise its addresses are good on this machine only. */
    public boolean told() {
        return told;
    }

    /**
     * @param path from the root of the site, with its slash and query
     */
    public String url(String path) {
        String root = base.toString();
        return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
    }

    /** Its name, which the names of things that leave it end with. */
    public String host() {
        return base.getHost();
    }

    /**
     * A name for a thing that stays the same when its address changes (RFC 4151).
     *
     * @param year since when the thing, or the list that it stands in, has been named so
     */
    public String tag(String year, String name) {
        return "tag:" + base.getHost() + "," + year + ":" + name;
    }
}
