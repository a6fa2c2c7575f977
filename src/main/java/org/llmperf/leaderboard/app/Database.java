package org.llmperf.leaderboard.app;

import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Chooses the database before the application starts, since its address must be known by then.
 *
 * <p>{@code leaderboard.database} is {@code embedded} or a JDBC URL; user and password of a server are given to Quarkus
 * itself, as {@code quarkus.datasource.username} and {@code quarkus.datasource.password}. {@code leaderboard.data} is the
 * folder of the embedded one. A URL that Quarkus already has wins: in development mode it is that of the server which
 * outlived the reload. All are looked up where Quarkus looks: system properties, environment, {@code
 * config/application.properties} in the working directory.
 */
final class Database {
    private static final String EMBEDDED = "embedded";
    private static final String URL = "quarkus.datasource.jdbc.url";

    /** Requests under way and the pool get this long to end before the server is stopped under them. */
    private static final int STOP_SECONDS = 30;

    private Database() {}

    /**
     * @param stopped opens when the application has stopped; only then the embedded server is
     * @throws UnusableDatabaseException if there is no database
     */
    static void prepare(CountDownLatch stopped) {
        SmallRyeConfig config = config();
        String database = config.getOptionalValue(URL, String.class)
                .or(() -> config.getOptionalValue("leaderboard.database", String.class))
                .orElse(EMBEDDED);
        if (database.equals(EMBEDDED)) {
            Path data = Path.of(
                    config.getOptionalValue("leaderboard.data", String.class).orElse("data"));
            use(EmbeddedDatabase.start(data), stopped);
        } else if (database.startsWith("jdbc:postgresql:")) {
            System.setProperty(URL, database);
        } else {
            throw new UnusableDatabaseException("leaderboard.database is \"" + database
                    + "\"; allowed are \"embedded\" and a URL such as jdbc:postgresql://host:5432/board.");
        }
    }

    private static void use(EmbeddedDatabase embedded, CountDownLatch stopped) {
        System.setProperty(URL, embedded.url());
        System.setProperty("quarkus.datasource.username", EmbeddedDatabase.USER);
        System.setProperty("quarkus.datasource.password", embedded.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(embedded, stopped), "database-stop"));
    }

    /** A signal runs Quarkus's hook and this one side by side, so this one waits for the other. */
    private static void stop(EmbeddedDatabase embedded, CountDownLatch stopped) {
        try {
            stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        embedded.close();
    }

    private static SmallRyeConfig config() {
        return new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withSources(PropertiesConfigSourceLoader.inFileSystem(
                        Path.of("config", "application.properties").toUri().toString(),
                        260,
                        Database.class.getClassLoader()))
                .build();
    }
}
