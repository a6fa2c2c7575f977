package org.llmperf.leaderboard.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How this process measures. */
@ConfigMapping(prefix = "leaderboard")
public interface CampaignConfig {

    /** Where it measures from, as it is shown on every page. Distance to a provider is part of every figure. */
    @WithDefault("unknown")
    String region();

    /** What machine it is, as it stands in each run's environment. */
    @WithDefault("unknown")
    String hostType();

    /** When a round starts: a Quartz cron expression in UTC, or {@code off}. */
    @WithDefault("0 0 9 ? * MON")
    String schedule();

    /** A folder with one YAML file for each provider; the built-in ones when absent. */
    Optional<Path> registry();

    /** {@code embedded}, or the JDBC URL of a PostgreSQL server. Read by {@code Database} before the application starts. */
    @WithDefault("embedded")
    String database();

    /** Folder of the embedded database. Read by {@code Database} before the application starts. */
    @WithDefault("data")
    String data();
}
