package org.llmperf.leaderboard.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.OwnerOnly;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * The journal of one attempt: a line for each request as it ends, a last one with the whole run. It is written by a thread
 * of its own, since a worker that waited for a disk would start its next request late. A lock on the file says that the
 * writer lives; the operating system takes it away with the process.
 */
final class SpoolFile implements AutoCloseable {
    private static final int CLOSE_SECONDS = 30;

    private final Path path;
    private final ObjectMapper json;
    private final FileChannel channel;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "spool"));

    /**
     * @throws UncheckedIOException if the disk refuses: then nothing is measured that could be lost
     */
    SpoolFile(Path path, Attempt attempt, ObjectMapper json) {
        this.path = path;
        this.json = json;
        try {
            channel = OwnerOnly.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(SpoolLine.of(attempt));
    }

    void append(RequestTrace trace) {
        writer.execute(() -> write(SpoolLine.of(trace)));
    }

    /** Returns when the run is safe on the disk. */
    void finish(Run run) {
        LastTasks.await(writer, CLOSE_SECONDS);
        write(SpoolLine.of(run));
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(SpoolLine line) {
        try {
            byte[] text = (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it holds is in the database. */
    void delete() {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the file, if it was not deleted, to whoever looks through the folder next. */
    @Override
    public void close() {
        LastTasks.await(writer, CLOSE_SECONDS);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
