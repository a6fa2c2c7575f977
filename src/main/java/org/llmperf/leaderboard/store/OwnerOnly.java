package org.llmperf.leaderboard.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes folders and files that only the user who runs the program can read, since answers that are not published yet are in
 * them. Where the file system has no POSIX permissions (Windows), the folder's inherited ones apply.
 */
public final class OwnerOnly {
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private OwnerOnly() {}

    /** Makes the folder and its missing parents. One that is there keeps its permissions; see {@link #exposed}. */
    public static Path createFolders(Path folder) throws IOException {
        return Files.createDirectories(folder, attributes(folder, FOLDER));
    }

    /** Makes one folder, whose parent exists. */
    public static Path createFolder(Path folder) throws IOException {
        return Files.createDirectory(folder, attributes(folder, FOLDER));
    }

    /** Makes an empty file. */
    public static Path createFile(Path file) throws IOException {
        return Files.createFile(file, attributes(file, FILE));
    }

    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), attributes(file, FILE));
    }

    /** What to tell the operator about a folder that others can enter; absent if they cannot, or it does not exist. */
    public static Optional<String> exposed(Path folder) throws IOException {
        if (!posix(folder) || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
        others.removeAll(PosixFilePermissions.fromString(FOLDER));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("Other users of this machine can read " + folder.toAbsolutePath()
                        + ", where answers are kept that are not published yet. Run: chmod 700 "
                        + folder.toAbsolutePath());
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
