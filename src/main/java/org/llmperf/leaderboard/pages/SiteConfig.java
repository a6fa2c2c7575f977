package org.llmperf.leaderboard.pages;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How the site is reached from outside. */
@ConfigMapping(prefix = "leaderboard")
public interface SiteConfig {

    /** Beginning of every address that leaves the site: in feeds, badges, previews, the site map. */
    Optional<URI> url();
}
