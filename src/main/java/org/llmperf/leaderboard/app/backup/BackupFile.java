package org.llmperf.leaderboard.app.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is read. Every byte is checked before the database is touched. */
final class BackupFile implements AutoCloseable {
    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * @throws IllegalStateException if the file is not there, or not as it was written
     */
    static BackupFile open(Path path, ObjectMapper mapper) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("There is no file " + path + ".");
        }
        try {
            var zip = new ZipFile(path.toFile());
            ZipEntry manifest = zip.getEntry(Manifest.NAME);
            if (manifest == null) {
                zip.close();
                throw damaged(path, "it has no manifest");
            }
            try (InputStream in = zip.getInputStream(manifest)) {
                return new BackupFile(path, zip, mapper.readValue(in, Manifest.class));
            }
        } catch (ZipException | com.fasterxml.jackson.core.JacksonException e) {
            throw damaged(path, e.getMessage());
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream read(Manifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw damaged(path, "the table " + table.name() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    /**
     * @throws IllegalStateException if a table is not as it was written
     */
    BackupFile check() throws IOException {
        for (Manifest.Table table : manifest.tables()) {
            var digest = sha256();
            try (InputStream in = new DigestInputStream(read(table), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (ZipException | java.io.EOFException e) {
                throw damaged(path, e.getMessage());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw damaged(path, "the table " + table.name() + " is not as it was written");
            }
        }
        return this;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static IllegalStateException damaged(Path path, String why) {
        return new IllegalStateException(path + " is no whole backup: " + why + ".");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
