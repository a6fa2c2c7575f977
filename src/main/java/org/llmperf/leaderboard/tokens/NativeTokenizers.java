package org.llmperf.leaderboard.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Settings of the Deep Java Library, which carries the tokenizer as a native library inside its jar and unpacks it before
 * first use. It reads them from system properties only, so they must stand before its classes are touched.
 */
final class NativeTokenizers {
    private static final String CACHE_PROPERTY = "DJL_CACHE_DIR";
    private static final String UNPACKED = "org.llmperf.leaderboard.tokenizers";

    /** Held strongly: a logger that is collected forgets its level. */
    private static final Logger LIBRARY_LOGGER = Logger.getLogger("ai.djl");

    private static boolean prepared;

    private NativeTokenizers() {}

    /** Also without a network the library must work, and on a rented machine it must not report which one it is. */
    static synchronized void prepare() {
        if (prepared) {
            return;
        }
        prepared = true;
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // it looks for graphics cards and warns that there are none
        LIBRARY_LOGGER.setLevel(Level.SEVERE);
        chooseCache();
    }

    private static void chooseCache() {
        // the JVM refuses one library file to two class loaders, and tests with and without Quarkus share a JVM: the
        // second loader gets a copy of its own
        boolean loadedByAnother = System.getProperty(UNPACKED) != null;
        boolean chosenByUser = System.getenv(CACHE_PROPERTY) != null
                || System.getenv("ENGINE_CACHE_DIR") != null
                || (!loadedByAnother && System.getProperty(CACHE_PROPERTY) != null);
        System.setProperty(UNPACKED, "true");
        if (!chosenByUser) {
            Path home = Path.of(System.getProperty("user.home"));
            System.setProperty(CACHE_PROPERTY, (loadedByAnother ? temporary() : cacheBelow(home)).toString());
        }
    }

    /**
     * A folder to keep the library in, so that only the first start pays for unpacking; a temporary one where the home is
     * missing or read-only, as in many containers.
     */
    static Path cacheBelow(Path home) {
        // for a user without an account the JVM says "?", which must not become a folder where the program was started
        if (home.isAbsolute() && Files.isDirectory(home)) {
            Path cache = home.resolve(".cache").resolve("llmperf-leaderboard");
            try {
                Files.createDirectories(cache);
                Files.delete(Files.createTempFile(cache, "writable", null));
                return cache;
            } catch (IOException e) {
                return temporary();
            }
        }
        return temporary();
    }

    /**
     * Readable by this user alone and never shared between starts: a fixed place below a temporary folder that everyone may
     * write to would let others slip in a library of theirs.
     */
    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("llmperf-leaderboard-tokenizers");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete " + folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("No place to unpack the tokenizer's native library", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stillOpen) {
            // Windows keeps a loaded library open until the process is gone; the folder is then left to the system
        }
    }
}
