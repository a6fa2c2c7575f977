package org.llmperf.leaderboard.api.dump;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.FigureState;
import org.llmperf.leaderboard.store.OwnerOnly;
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
    private static final Pattern NAME = Pattern.compile(
            PREFIX + "\\d{4}-\\d\\d-\\d\\d-(?<n0>\\d{1,18})(-(?<n1>\\d{1,18}))?" + Pattern.quote(SUFFIX));
    private static final int KEPT = 4;

    private final Results results;
    private final DumpWriter writer;
    private final Path folder;

    Dumps(Results results, DumpWriter writer, DumpConfig config) {
        this.results = results;
        this.writer = writer;
        this.folder = config.folder();
    }

    /**
     * @throws IllegalStateException if a round has started meanwhile; no archive is left then
     */
    void refresh() throws IOException {
        if (results.roundUnderWay().isEmpty()) {
            make(this::giveUpInRound);
        }
    }

    void giveUpInRound() {
        if (results.roundUnderWay().isPresent()) {
            throw new IllegalStateException("a round has started, whose clocks the archive would disturb");
        }
    }

    /** Does nothing when there is one of the figures that count now, or nothing is published. */
    void make(Runnable goOn) throws IOException {
        FigureState state = results.figureState();
        Optional<Path> wanted = state.publication().map(publication -> file(publication, state.decisions()));
        if (wanted.isEmpty() || Files.exists(wanted.get())) {
            return;
        }
        OwnerOnly.createFolders(folder);
        Path file = wanted.get();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Channels.newOutputStream(OwnerOnly.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)))) {
            writer.write(out, goOn);
        } catch (RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
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
                    .sorted(Comparator.comparingLong((Path file) -> number(file, 0))
                            .thenComparingLong(file -> number(file, 1))
                            .reversed())
                    .toList();
        }
    }

    /**
     * The date for people, the numbers for telling two publications of one day apart, and what was withheld since the first of
     * them: an archive that calls a withheld run valid is not the newest for long.
     */
    private Path file(Publication publication, long decisions) {
        LocalDate day = publication.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return folder.resolve(PREFIX + day + "-" + publication.serial() + "-" + decisions + SUFFIX);
    }

    /** The first or second of the numbers; 0 where there is none, as in archives from before decisions were told apart. */
    private static long number(Path file, int which) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && name.group("n" + which) != null ? Long.parseLong(name.group("n" + which)) : 0;
    }
}
