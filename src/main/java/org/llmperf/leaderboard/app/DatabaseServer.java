package org.llmperf.leaderboard.app;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** A PostgreSQL server that somebody else runs. */
final class DatabaseServer {
    private static final String CONNECT_SECONDS = "10";

    private DatabaseServer() {}

    /**
     * Connects once before the application starts, which would tell the same in a hundred lines.
     *
     * @param url as it was configured; it may hold a password, so only what precedes its parameters is told to anybody
     * @throws UnusableDatabaseException if it cannot be reached, or does not let this user in
     */
    static void check(String url, Optional<String> user, Optional<String> password) {
        var settings = new Properties();
        settings.setProperty("connectTimeout", CONNECT_SECONDS);
        settings.setProperty("loginTimeout", CONNECT_SECONDS);
        user.ifPresent(name -> settings.setProperty("user", name));
        password.ifPresent(secret -> settings.setProperty("password", secret));
        try {
            new Driver().connect(url, settings).close();
        } catch (SQLException e) {
            String shown = url.replaceFirst("\\?.*", "");
            throw new UnusableDatabaseException(
                    "The database " + shown + " cannot be used: "
                            + e.getMessage().replace(url, shown)
                            + "\nIs the server running, and are leaderboard.database, quarkus.datasource.username and "
                            + "quarkus.datasource.password right? Without leaderboard.database the program starts a "
                            + "PostgreSQL of its own.",
                    e);
        }
    }
}
