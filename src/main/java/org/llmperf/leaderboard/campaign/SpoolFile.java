package org.llmperf.leaderboard.campaign;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.OwnerOnly;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * The journal of one attempt: a line for each request as it ends, a last one with the whole run. A lock on the file says that
 * the writer lives; the operating system takes it away with the process.
 *
 * <p>Only a thread of its own writes. A worker that waited for a disk would start its next request late; and a worker may be
 * interrupted, which closes a channel that it writes to. A line that finds no room is cut off again and kept in memory: it is
 * tried again with each later line, and what is left at the end is handed on.
 */
final class SpoolFile implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SpoolFile.class);
    private static final int CLOSE_SECONDS = 30;

    private final Path path;
    private final ObjectWriter json;
    private final Consumer<List<SpoolLine>> leftOver;
    private final FileChannel channel;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "spool"));
    private final Queue<SpoolLine> unwritten = new ConcurrentLinkedQueue<>();
    private boolean full;

    /**
     * @param leftOver takes, when the journal is closed, the lines that could not be written
     * @throws UncheckedIOException if the disk refuses: then nothing is measured that could be lost
     */
    SpoolFile(Path path, Attempt attempt, ObjectMapper json, Consumer<List<SpoolLine>> leftOver) {
        this.path = path;
        this.json = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.leftOver = leftOver;
        try {
            channel = OwnerOnly.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            channel.lock();
            write(SpoolLine.of(attempt));
        } catch (IOException e) {
            close();
            delete();
            throw new UncheckedIOException(e);
        }
    }

    void append(RequestTrace trace) {
        put(SpoolLine.of(trace));
    }

    /** Returns when the run is safe on the disk, or is known to find no room there. Nothing can be added afterwards. */
    void finish(Run run) {
        put(SpoolLine.of(run));
        LastTasks.await(writer, CLOSE_SECONDS);
    }

    private void put(SpoolLine line) {
        unwritten.add(line);
        writer.execute(this::writeWhatFits);
    }

    private void writeWhatFits() {
        try {
            for (SpoolLine line = unwritten.peek(); line != null; line = unwritten.peek()) {
                write(line);
                unwritten.remove();
            }
            full = false;
        } catch (IOException e) {
            if (!full) {
                LOG.errorf(
                        "journal %s cannot be written and is kept in memory: %s", path.getFileName(), e.getMessage());
            }
            full = true;
        }
    }

    /** The whole line or nothing. */
    private void write(SpoolLine line) throws IOException {
        long before = channel.position();
        boolean whole = false;
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            json.writeValue(out, line);
            out.write('\n');
            out.flush();
            if (line.run().isPresent()) {
                channel.force(true);
            }
            whole = true;
        } finally {
            if (!whole) {
                channel.truncate(before);
            }
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the file to the next look through the folder. */
    @Override
    public void close() {
        LastTasks.await(writer, CLOSE_SECONDS);
        List<SpoolLine> left = List.copyOf(unwritten);
        if (!left.isEmpty()) {
            leftOver.accept(left);
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
