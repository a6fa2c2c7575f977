package org.llmperf.leaderboard.delivery;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How finished answers are kept. */
@ConfigMapping(prefix = "leaderboard.cache")
public interface DeliveryConfig {

    /** How long after a change a reader may still see the state before it. Zero asks the database with each request. */
    @WithDefault("PT0.5S")
    Duration recheck();

    /** Upper bound of all kept answers together; the least used go first. */
    @WithDefault("64M")
    MemorySize size();
}
