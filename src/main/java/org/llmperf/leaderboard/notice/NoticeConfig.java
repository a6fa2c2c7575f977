package org.llmperf.leaderboard.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people are told what happened. */
@ConfigMapping(prefix = "leaderboard.notify")
public interface NoticeConfig {

    /** How often to look whether there is something to tell; {@code off} never. */
    @WithDefault("PT5S")
    String every();
}
