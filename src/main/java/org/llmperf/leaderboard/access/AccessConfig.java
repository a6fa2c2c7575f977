package org.llmperf.leaderboard.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people sign in. */
@ConfigMapping(prefix = "leaderboard.access")
public interface AccessConfig {

    /** Who does nothing for so long is signed out. Long enough to watch a round from time to time. */
    @WithDefault("PT2H")
    Duration idle();

    /** Nobody stays signed in longer. */
    @WithDefault("PT12H")
    Duration longest();

    /** How long an invitation can be used. */
    @WithDefault("PT24H")
    Duration invitation();

    /** How long a new API token holds. */
    @WithDefault("P90D")
    Duration token();

    /** Wrong passwords from one address within ten minutes before the next one has to wait. */
    @WithDefault("10")
    int attempts();
}
