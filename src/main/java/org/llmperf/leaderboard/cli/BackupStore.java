package org.llmperf.leaderboard.cli;

import java.nio.file.Path;

/** The whole database, to and from one file. The commands {@code backup} and {@code restore} reach it through {@link StoreAccess}. */
public interface BackupStore {
    /** What a backup holds. */
    record Extent(int tables, long rows) {}

    /**
     * Writes the database as it is at one instant, and reads the file again before it gets its name.
     *
     * @throws IllegalStateException if that fails, with a sentence; a file that was there before is left as it was
     */
    Extent save(Path file);

    /**
     * Puts a backup in the place of what the database holds, all or nothing.
     *
     * @param replace also what the database holds already
     * @throws IllegalStateException if the file is damaged or of another version, or the database holds results and {@code
     *     replace} is not set, with a sentence
     */
    Extent restore(Path file, boolean replace);
}
