package org.llmperf.leaderboard.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.OwnerOnly;
import org.llmperf.leaderboard.trace.NanoClock;

/**
 * A real PostgreSQL from a jar, kept in a folder across restarts. It listens on 127.0.0.1 only, with a random password, and
 * is as durable as one installed by hand: zonky's own defaults are for tests and lose data.
 *
 * <p>One process at a time owns the folder. A server that a killed process left behind is adopted: nothing is lost, and
 * nothing need be recovered.
 */
final class EmbeddedDatabase implements AutoCloseable {
    static final String USER = "postgres";

    /** Stands in folder names: PostgreSQL 18 will not open what 17 wrote. */
    static final int MAJOR = 17;

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // held, since a logger that nobody holds forgets its level
    private static final java.util.logging.Logger ZONKY =
            java.util.logging.Logger.getLogger("io.zonky.test.db.postgres");

    private final ServerAddress address;
    private final AutoCloseable server;
    private final AutoCloseable lock;

    private EmbeddedDatabase(ServerAddress address, AutoCloseable server, AutoCloseable lock) {
        this.address = address;
        this.server = server;
        this.lock = lock;
    }

    /**
     * @param data folder for the database, its binaries, log and password; made when missing
     * @throws UnusableDatabaseException if it does not start; the message says what to do
     */
    static EmbeddedDatabase start(Path data) {
        make(data);
        return start(data, FolderLock.take(data));
    }

    /**
     * As {@link #start}; if another process has the folder its server is used, and left running by {@link #close}.
     *
     * @throws UnusableDatabaseException if there is none to be used; the message says what to do
     */
    static EmbeddedDatabase join(Path data) {
        make(data);
        return FolderLock.find(data).map(lock -> start(data, lock)).orElseGet(() -> guest(data));
    }

    private static EmbeddedDatabase guest(Path data) {
        var folder = new ClusterFolder(data);
        try {
            return new EmbeddedDatabase(LeftServer.living(folder), () -> {}, () -> {});
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private static void make(Path data) {
        try {
            OwnerOnly.createFolders(data);
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "The folder " + data + " cannot be made: " + reason(e) + elsewhere(), e);
        }
    }

    private static EmbeddedDatabase start(Path data, FolderLock lock) {
        ZONKY.setLevel(Level.WARNING);
        var folder = new ClusterFolder(data);
        try {
            return start(folder, lock);
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e instanceof UnusableDatabaseException unusable ? unusable : failure(folder, e);
        }
    }

    private static EmbeddedDatabase start(ClusterFolder folder, FolderLock lock) throws IOException, SQLException {
        long begin = NanoClock.SYSTEM.nanos();
        Optional<LeftServer> left = LeftServer.find(folder, PATIENCE);
        EmbeddedDatabase database =
                left.isPresent() ? watched(folder, left.get().address(), left.get(), lock) : launched(folder, lock);
        long millis = (NanoClock.SYSTEM.nanos() - begin) / 1_000_000;
        LOG.infof(
                "database: PostgreSQL %s in %s on 127.0.0.1:%d (%s in %d ms)",
                database.address.ask("show server_version"),
                folder.cluster(),
                database.address.port(),
                left.isPresent() ? "taken over" : "started",
                millis);
        return database;
    }

    private static EmbeddedDatabase launched(ClusterFolder folder, FolderLock lock) throws IOException {
        EmbeddedPostgres server = launch(folder);
        return watched(folder, new ServerAddress(server.getPort(), folder.password()), server, lock);
    }

    private static EmbeddedDatabase watched(
            ClusterFolder folder, ServerAddress address, AutoCloseable server, FolderLock lock) throws IOException {
        return new EmbeddedDatabase(address, new WatchedServer(folder, server), lock);
    }

    private static EmbeddedPostgres launch(ClusterFolder folder) throws IOException {
        folder.setUnfinishedAside();
        String password = folder.password();
        Redirect log = Redirect.appendTo(folder.log().toFile());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.unpacked().toFile())
                .setDataDirectory(folder.cluster().toAbsolutePath())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                // zonky hands these to initdb after its own "-A trust", and the last one counts
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig(
                        "pwfile", folder.passwordFile().toAbsolutePath().toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // zonky starts with fsync off and without waiting for the disk at commit
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // a year of rounds is some hundred megabytes, read by a handful of connections
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("log_checkpoints", "off")
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .start();
        folder.markFinished();
        return server;
    }

    String url() {
        return address.url();
    }

    String password() {
        return address.password();
    }

    Connection connect() throws SQLException {
        return address.connect();
    }

    /** Stops the server and frees the folder. */
    @Override
    public void close() {
        try (lock) {
            server.close();
        } catch (Exception e) {
            LOG.warnf("The embedded database did not stop properly: %s", e.getMessage());
        }
    }

    private static UnusableDatabaseException failure(ClusterFolder folder, Exception cause) {
        String hint = "root".equals(System.getProperty("user.name"))
                ? " As root it needs the command unshare and user namespaces; as an ordinary user it needs neither."
                : "";
        return new UnusableDatabaseException(
                "The embedded PostgreSQL did not start: " + reason(folder, cause) + "." + hint + elsewhere(), cause);
    }

    /** A program that failed said why in its log; zonky only knows that it failed. */
    private static String reason(ClusterFolder folder, Exception cause) {
        try {
            return cause instanceof FileSystemException
                    ? reason(cause)
                    : folder.lastError().orElseGet(() -> reason(cause)) + " (see " + folder.log() + ")";
        } catch (IOException unreadable) {
            return reason(cause);
        }
    }

    private static String reason(Exception cause) {
        return cause instanceof FileSystemException file
                ? file.getClass().getSimpleName().replace("Exception", "") + " " + file.getMessage()
                : cause.getMessage();
    }

    private static String elsewhere() {
        return " A PostgreSQL server can be used instead: -Dleaderboard.database=jdbc:postgresql://host:5432/board"
                + " -Dquarkus.datasource.username=... and QUARKUS_DATASOURCE_PASSWORD.";
    }
}
