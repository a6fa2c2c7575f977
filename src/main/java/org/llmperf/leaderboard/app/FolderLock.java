package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a second process away from the data folder. The system drops the lock with the process, however that ends. */
final class FolderLock implements AutoCloseable {
    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * @throws UnusableDatabaseException if another process has it, or the folder cannot be written
     */
    static FolderLock take(Path data) {
        return find(data)
                .orElseThrow(() -> new UnusableDatabaseException("Another leaderboard is running on the folder " + data
                        + ". Stop it, or give this one another folder with -Dleaderboard.data=..."));
    }

    /**
     * @return absent if another process has it
     * @throws UnusableDatabaseException if the folder cannot be written
     */
    static Optional<FolderLock> find(Path data) {
        try {
            FileChannel file = FileChannel.open(
                    data.resolve("leaderboard.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(file)) {
                return Optional.of(new FolderLock(file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "The folder " + data + " cannot be written: " + e.getMessage()
                            + ". Choose another one with -Dleaderboard.data=...",
                    e);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new IllegalStateException("a lock file that was open cannot be closed", e);
        }
    }
}
