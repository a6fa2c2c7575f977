package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.OwnerOnly;

/** What lies in the data folder: {@code postgres-17} and, beside it, its log, its password and the server's binaries. */
record ClusterFolder(Path data) {
    private static final Logger LOG = Logger.getLogger(ClusterFolder.class);
    private static final String NAME = "postgres-" + EmbeddedDatabase.MAJOR;
    private static final int PASSWORD_BYTES = 24;

    Path cluster() {
        return data.resolve(NAME);
    }

    /** Only its owner may enter; zonky opens the folder inside to everybody, who could then change what we run. */
    Path binaries() {
        return data.resolve("postgres-bin");
    }

    /** Where zonky unpacks. */
    Path unpacked() throws IOException {
        if (!Files.exists(binaries())) {
            OwnerOnly.createFolder(binaries());
        }
        return binaries().resolve("unpacked");
    }

    Path log() {
        return data.resolve(NAME + ".log");
    }

    Path passwordFile() {
        return data.resolve(NAME + ".password");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    private Path finished() {
        return cluster().resolve("leaderboard.finished");
    }

    /** Says that the first start came to its end. */
    void markFinished() throws IOException {
        try {
            Files.createFile(finished());
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    /** A first start that was cut short leaves half a cluster, which looks whole. It is kept, since nothing is deleted here. */
    void setUnfinishedAside() throws IOException {
        if (Files.exists(finished()) || empty(cluster())) {
            return;
        }
        int number = 1;
        while (Files.exists(data.resolve(NAME + ".unfinished-" + number))) {
            number++;
        }
        Path aside = data.resolve(NAME + ".unfinished-" + number);
        Files.move(cluster(), aside);
        LOG.warnf("%s was left by a first start that did not finish; it is now %s", cluster(), aside);
    }

    /** Also when it does not exist. */
    private static boolean empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * The superuser's password, made up once. Any user of this machine can reach the port, so the server must ask; the file
     * is readable by its owner only.
     *
     * @throws UnusableDatabaseException if there is a cluster but no password for it
     */
    String password() throws IOException {
        if (Files.exists(passwordFile())) {
            return Files.readString(passwordFile()).strip();
        }
        if (!empty(cluster())) {
            throw new UnusableDatabaseException("The password of " + cluster() + " is missing: put the file "
                    + passwordFile() + " back, or move the folder away to begin with an empty board.");
        }
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        OwnerOnly.createFile(passwordFile());
        Files.writeString(passwordFile(), password);
        return password;
    }

    /** The server's own last word on what went wrong. */
    Optional<String> lastError() throws IOException {
        if (!Files.exists(log())) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(log())) {
            return lines.filter(line -> line.contains("error:") || line.contains("FATAL:"))
                    .reduce((first, second) -> second);
        }
    }
}
