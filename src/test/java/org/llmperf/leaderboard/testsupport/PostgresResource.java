package org.llmperf.leaderboard.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL for tests, gone when they end. Each start of the application gets a cluster of its own, since Quarkus starts
 * a second set of resources before it stops the first. For a test class:
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
 * }</pre>
 *
 * Global, so that all such classes share one start. Whatever they leave behind, the next one sees: see {@link EmptyBoard}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    // held, since a logger that nobody holds forgets its level
    private static final Logger ZONKY = Logger.getLogger("io.zonky.test.db.postgres");

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        ZONKY.setLevel(Level.WARNING);
        Path home = Path.of("target", "test-postgres").toAbsolutePath();
        try {
            postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                    .setDataDirectory(home.resolve(UUID.randomUUID().toString()))
                    .setCleanDataDirectory(true)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setErrorRedirector(Redirect.to(new File(home.toFile(), "postgres.log")))
                    .setOutputRedirector(Redirect.to(new File(home.toFile(), "postgres.log")))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "");
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
