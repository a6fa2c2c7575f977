package org.llmperf.leaderboard.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.OwnerOnly;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * A folder of journals, one for each attempt that this machine's workers have begun and the database does not have yet. What
 * was measured is here before it is anywhere else, so neither a dead process nor an absent database loses it.
 */
final class Spool {
    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final String ENDING = ".jsonl";

    private final Path folder;
    private final ObjectMapper json = ConfigurationJson.newMapper();

    Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws UncheckedIOException if nothing can be written there
     */
    SpoolFile open(Attempt attempt) {
        try {
            OwnerOnly.createFolders(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SpoolFile(folder.resolve(attempt.id() + ENDING), attempt, json);
    }

    /** The journals whose writer is gone, oldest name first. */
    List<Path> left() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(Spool::abandoned)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return left().size();
    }

    private static boolean abandoned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process writes it
        } catch (IOException e) {
            return false; // another process has just stored and deleted it
        }
    }

    /**
     * @return absent if not even the first line is whole: its writer died before it sent anything
     */
    Optional<Spooled> read(Path file) {
        Optional<SpoolLine.Header> header = Optional.empty();
        List<RequestTrace> finished = new ArrayList<>();
        Optional<Run> run = Optional.empty();
        for (SpoolLine line : lines(file)) {
            header = header.or(line::header);
            line.request().ifPresent(finished::add);
            run = run.or(line::run);
        }
        Optional<Run> whole = run;
        return header.map(found -> new Spooled(found.attempt(), found.round(), found.makesRun(), finished, whole));
    }

    /** A last line that its writer died in is left out. */
    private List<SpoolLine> lines(Path file) {
        List<SpoolLine> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                lines.add(json.readValue(line, SpoolLine.class));
            }
        } catch (JsonProcessingException e) {
            LOG.warnf("journal %s ends in the middle of a line", file.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a journal that this database knows nothing of, out of the way. */
    void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unknown"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
