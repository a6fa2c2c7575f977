package org.llmperf.leaderboard.app.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.llmperf.leaderboard.cli.BackupStore;
import org.postgresql.Driver;

/**
 * Joins the commands {@code backup} and {@code restore} to the database, by a connection of their own: the pool's give up a
 * statement that takes a minute. Nothing in the application injects it, hence unremovable.
 */
@ApplicationScoped
@Unremovable
class StoredBackup implements BackupStore {
    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final ObjectMapper mapper;
    private final Clock clock;

    StoredBackup(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            ObjectMapper mapper,
            Clock clock) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public Extent save(Path file) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try {
                Extent extent = write(part);
                BackupFile.open(part, mapper).check().close();
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return extent;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The backup " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** It holds what people signed in with, so only its owner may read it. */
    private Extent write(Path part) throws IOException, SQLException {
        Files.deleteIfExists(part);
        Files.createFile(part);
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Manifest manifest;
        try (Connection connection = connect();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            manifest = BackupWriter.write(connection, out, mapper, clock.instant());
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return manifest.extent();
    }

    @Override
    public Extent restore(Path file, boolean replace) {
        try (BackupFile backup = BackupFile.open(file, mapper).check();
                Connection connection = connect()) {
            BackupReader.read(backup, connection, replace);
            return backup.manifest().extent();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "The backup " + file + " cannot be restored, and the database is as it was: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        var settings = new Properties();
        user.ifPresent(name -> settings.setProperty("user", name));
        password.ifPresent(secret -> settings.setProperty("password", secret));
        return new Driver().connect(url, settings);
    }
}
