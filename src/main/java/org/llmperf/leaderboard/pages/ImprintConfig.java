package org.llmperf.leaderboard.pages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Who runs this board, and where its program comes from. */
@ConfigMapping(prefix = "leaderboard")
public interface ImprintConfig {

    /** Where the source and the released archives are; absent where nobody said so. */
    Optional<URI> sourceUrl();

    /** An e-mail address, or the address of a page. */
    Optional<String> contact();

    /** Under which the published measurements may be used: an id of the SPDX licence list. */
    @WithDefault("CC-BY-4.0")
    String dataLicence();
}
