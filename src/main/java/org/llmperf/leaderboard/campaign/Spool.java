package org.llmperf.leaderboard.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.OwnerOnly;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * A folder of journals, one for each attempt that this machine's workers have begun and the database does not have yet. What
 * was measured is here before it is anywhere else, so neither a dead process nor an absent database loses it. Of a journal that
 * did not fit on the disk the rest is kept in memory, as long as the process lives.
 */
final class Spool {
    private static final String ENDING = ".jsonl";

    /** For journals that are kept and not looked at again. */
    private static final String ASIDE = "aside";

    /** A few times what the longest run takes; an embedded database shares the disk. */
    private static final long ROOM_BYTES = 64L << 20;

    private final Path folder;
    private final ObjectMapper json = ConfigurationJson.newMapper();
    private final SpoolReader reader = new SpoolReader(json);
    private final Map<Path, List<SpoolLine>> inMemory = new ConcurrentHashMap<>();

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
        Path file = folder.resolve(attempt.id() + ENDING);
        return new SpoolFile(file, attempt, json, rest -> inMemory.put(file, rest));
    }

    /** Whether another run would find room on the disk. */
    boolean hasRoom() {
        try {
            OwnerOnly.createFolders(folder);
            return inMemory.isEmpty() && Files.getFileStore(folder).getUsableSpace() >= ROOM_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** The journals whose writer is gone, in the order of their names. */
    List<Path> left() {
        return journals(folder).stream().filter(Spool::abandoned).toList();
    }

    /** Those that were set aside. */
    List<Path> aside() {
        return journals(folder.resolve(ASIDE));
    }

    private static List<Path> journals(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    Spooled read(Path file) {
        var header = new AtomicReference<SpoolLine.Header>();
        var run = new AtomicReference<Run>();
        var whole = new AtomicInteger();
        int damaged = lines(file, line -> {
            whole.incrementAndGet();
            line.header().ifPresent(header::set);
            line.run().ifPresent(run::set);
        });
        return new Spooled(
                Optional.ofNullable(header.get()), Optional.ofNullable(run.get()), damaged, whole.get() + damaged == 0);
    }

    /** The finished requests, in the order of their ends. */
    void requests(Path file, Consumer<RequestTrace> requests) {
        lines(file, line -> line.request().ifPresent(requests));
    }

    private int lines(Path file, Consumer<SpoolLine> lines) {
        int damaged = reader.read(file, lines);
        inMemory.getOrDefault(file, List.of()).forEach(lines);
        return damaged;
    }

    /** All that it holds is in the database. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            inMemory.remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a journal out of the way that cannot be stored, or not all of it. */
    void setAside(Path file) {
        try {
            Path aside = OwnerOnly.createFolders(folder.resolve(ASIDE));
            Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            inMemory.remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests and runs that would be lost if the process ended now. */
    int linesInMemory() {
        return inMemory.values().stream().mapToInt(List::size).sum();
    }
}
