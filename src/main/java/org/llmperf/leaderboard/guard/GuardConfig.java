package org.llmperf.leaderboard.guard;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one client may ask. */
@ConfigMapping(prefix = "leaderboard.limits")
public interface GuardConfig {

    /** Requests to the API from one address; a burst of as many is let pass. Ten a second are more than any page of ours asks. */
    @WithDefault("600")
    long requestsPerMinute();

    /** Pages made for one address; kept ones and files are not counted. Twenty a second are an office, not a person. */
    @WithDefault("1200")
    long pagesPerMinute();

    /** Connections of readers at one time, fewer where file handles are few: 256 are left for everything else. A quarter for one address. */
    @WithDefault("2000")
    int connections();

    /** Time until the head of a request must have come. */
    @WithDefault("PT10S")
    Duration headTime();

    /** Time after which a body that is still not whole ends its connection. */
    @WithDefault("PT30S")
    Duration bodyTime();

    /** Nothing that anybody may send is longer. */
    @WithDefault("64K")
    MemorySize body();
}
