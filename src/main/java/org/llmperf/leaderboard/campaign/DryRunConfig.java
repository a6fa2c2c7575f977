package org.llmperf.leaderboard.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a provider may try for itself. */
@ConfigMapping(prefix = "leaderboard.dry-run")
public interface DryRunConfig {

    /** Requests of the ranked scenario in one. */
    @WithDefault("10")
    int requests();

    /** For one provider, on a day of UTC. */
    @WithDefault("3")
    int perDay();
}
