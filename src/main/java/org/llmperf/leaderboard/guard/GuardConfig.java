package org.llmperf.leaderboard.guard;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one client may ask. */
@ConfigMapping(prefix = "leaderboard.limits")
public interface GuardConfig {

    /** Requests to the API from one address; a burst of as many is let pass. Ten a second are more than any page of ours asks. */
    @WithDefault("600")
    long requestsPerMinute();

    /** Nothing that anybody may send is longer. */
    @WithDefault("64K")
    MemorySize body();
}
