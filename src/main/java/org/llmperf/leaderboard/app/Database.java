package org.llmperf.leaderboard.app;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Chooses the database before the application starts, since its address must be known by then.
 *
 * <p>{@code leaderboard.database} is {@code embedded} or a JDBC URL; user and password of a server are given to Quarkus
 * itself, as {@code quarkus.datasource.username} and {@code quarkus.datasource.password}. {@code leaderboard.data} is the
 * folder of the embedded one. A URL that Quarkus already has wins: in development mode it is that of the server which
 * outlived the reload.
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
    static void prepare(StartConfig config, CountDownLatch stopped) {
        prepare(config, stopped, EmbeddedDatabase::start);
    }

    /** As {@link #prepare}, but an embedded server that another process runs is used beside that process. */
    static void join(StartConfig config, CountDownLatch stopped) {
        prepare(config, stopped, EmbeddedDatabase::join);
    }

    private static void prepare(StartConfig config, CountDownLatch stopped, Function<Path, EmbeddedDatabase> embedded) {
        String database =
                config.find(URL).or(() -> config.find("leaderboard.database")).orElse(EMBEDDED);
        if (database.equals(EMBEDDED)) {
            use(embedded.apply(Path.of(config.find("leaderboard.data").orElse("data"))), stopped);
        } else if (database.startsWith("jdbc:postgresql:")) {
            DatabaseServer.check(
                    database, config.find("quarkus.datasource.username"), config.find("quarkus.datasource.password"));
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
}
