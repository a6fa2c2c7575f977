package org.llmperf.leaderboard.api.dump;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;

/**
 * Archives of everything, one for each publication. A new one is made after a round was published and never while one is under
 * way, whose clocks it would disturb; the last few are kept.
 */
@ApplicationScoped
public class Dumps {
    private static final Logger LOG = Logger.getLogger(Dumps.class);
    private static final String PREFIX = "llmperf-leaderboard-";
    private static final String SUFFIX = ".zip";
    private static final int KEPT = 4;

    private final Results results;
    private final DumpWriter writer;
    private final Path folder;

    Dumps(Results results, DumpWriter writer, DumpConfig config) {
        this.results = results;
        this.writer = writer;
        this.folder = config.folder();
    }

    void refresh() throws IOException {
        if (results.roundUnderWay().isEmpty()) {
            make();
        }
    }

    /** Does nothing when there is one of what is published now, or nothing is published. */
    void make() throws IOException {
        Optional<Path> wanted = results.publication().map(this::file);
        if (wanted.isEmpty() || Files.exists(wanted.get())) {
            return;
        }
        Files.createDirectories(folder);
        Path file = wanted.get();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            writer.write(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        LOG.infof("archive %s made, %d MB", file, Files.size(file) / 1_000_000);
        for (Path old : all().stream().skip(KEPT).toList()) {
            Files.delete(old);
        }
    }

    /** Absent before the first one is made. */
    Optional<Path> newest() throws IOException {
        return all().stream().findFirst();
    }

    /** Only one that was made here; a name from outside never becomes a path. */
    Optional<Path> find(String name) throws IOException {
        return all().stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst();
    }

    /** Newest first. */
    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(Dumps::serial).reversed())
                    .toList();
        }
    }

    /** The date for people, the number for telling two publications of one day apart. */
    private Path file(Publication publication) {
        return folder.resolve(PREFIX
                + publication.publishedAt().atZone(ZoneOffset.UTC).toLocalDate() + "-" + publication.serial() + SUFFIX);
    }

    private static long serial(Path file) {
        String name = file.getFileName().toString();
        String digits = name.substring(name.lastIndexOf('-') + 1, name.length() - SUFFIX.length());
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }
}
