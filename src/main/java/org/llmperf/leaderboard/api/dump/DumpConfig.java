package org.llmperf.leaderboard.api.dump;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where archives of everything are kept. */
@ConfigMapping(prefix = "leaderboard.dump")
public interface DumpConfig {

    /** Made when missing. */
    @WithDefault("${leaderboard.data:data}/dumps")
    Path folder();

    /** How often to look whether something was published since the last one: a duration, or {@code off}. */
    @WithDefault("1m")
    String every();
}
