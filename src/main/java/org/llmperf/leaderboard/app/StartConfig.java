package org.llmperf.leaderboard.app;

import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What must be known before the application starts, looked up where Quarkus looks: system properties, environment, {@code
 * config/application.properties} in the working directory.
 */
final class StartConfig {
    /** Quarkus's own ordinal of that file: above what is built in, below environment and system properties. */
    private static final int FILE_ORDINAL = 260;

    private final SmallRyeConfig config;

    private StartConfig(SmallRyeConfig config) {
        this.config = config;
    }

    static StartConfig read() {
        return new StartConfig(new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withSources(PropertiesConfigSourceLoader.inFileSystem(
                        Path.of("config", "application.properties").toUri().toString(),
                        FILE_ORDINAL,
                        StartConfig.class.getClassLoader()))
                .build());
    }

    Optional<String> find(String key) {
        return config.getOptionalValue(key, String.class);
    }
}
