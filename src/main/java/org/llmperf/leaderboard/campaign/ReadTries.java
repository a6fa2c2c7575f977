package org.llmperf.leaderboard.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;

/**
 * How often it was begun to store a journal, in a file beside it with a byte for each time. It is written before, so that it
 * also counts the times that ended the process: a journal that does not fit into memory would end it at every start.
 */
final class ReadTries {
    static final int MOST = 3;

    /** Between two: what went wrong may pass. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;

    ReadTries(Clock clock) {
        this.clock = clock;
    }

    private static Path beside(Path journal) {
        return journal.resolveSibling(journal.getFileName() + ".tries");
    }

    /** Whether it is time for the next one. */
    boolean due(Path journal) {
        try {
            Path tries = beside(journal);
            return !Files.exists(tries)
                    || !Files.getLastModifiedTime(tries).toInstant().plus(REST).isAfter(clock.instant());
        } catch (IOException e) {
            return true;
        }
    }

    /** @return false if it was begun often enough */
    boolean begin(Path journal) {
        try {
            Path tries = beside(journal);
            if (Files.exists(tries) && Files.size(tries) >= MOST) {
                return false;
            }
            Files.write(tries, new byte[] {'.'}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // a full disk counts nothing, and is no reason to leave what it holds there
        }
        return true;
    }

    /** It was stored, or it was not the journal's fault. */
    void forget(Path journal) {
        try {
            Files.deleteIfExists(beside(journal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
