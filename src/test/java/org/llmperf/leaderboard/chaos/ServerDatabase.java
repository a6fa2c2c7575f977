package org.llmperf.leaderboard.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server that goes away and comes back with what it had. */
final class ServerDatabase implements AutoCloseable {
    private static final int ANY_PORT = 0;

    private final Path home;
    private EmbeddedPostgres server;
    private final int port;

    ServerDatabase(Path home) {
        this.home = home;
        server = start(ANY_PORT);
        port = server.getPort();
    }

    private EmbeddedPostgres start(int wanted) {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                    .setDataDirectory(home.resolve("database"))
                    .setCleanDataDirectory(false)
                    .setPort(wanted)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setErrorRedirector(
                            Redirect.appendTo(home.resolve("database.log").toFile()))
                    .setOutputRedirector(
                            Redirect.appendTo(home.resolve("database.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings() {
        return Map.of("leaderboard.database", url(), "quarkus.datasource.username", "postgres");
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    void stop() throws IOException {
        server.close();
    }

    void comeBack() {
        server = start(port);
    }

    /** First column of each row as text; empty while there is no schema yet. */
    List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) {
                return List.of();
            }
            throw new IllegalStateException(e);
        }
    }

    void change(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
