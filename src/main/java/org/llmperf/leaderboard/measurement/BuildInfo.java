package org.llmperf.leaderboard.measurement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is, as the build wrote it into {@code build.properties}. */
public record BuildInfo(String version, String commit) {

    public static BuildInfo read() {
        try (InputStream file = BuildInfo.class.getResourceAsStream("/build.properties")) {
            var properties = new Properties();
            properties.load(file);
            return new BuildInfo(properties.getProperty("version"), properties.getProperty("commit"));
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties of this program cannot be read", e);
        }
    }
}
