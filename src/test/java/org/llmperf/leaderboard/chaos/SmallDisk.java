package org.llmperf.leaderboard.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

/** A file system of 96 MiB that can be filled to the last byte. Only root may mount one: for others it is an ordinary folder. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final boolean mounted;

    SmallDisk(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectory(folder);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=96m,mode=0700", "tmpfs", folder.toString()) == 0;
        if (!mounted) {
            System.out.println("no file system may be mounted here: no disk is filled");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    boolean canBeFilled() {
        return mounted;
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    void fill() {
        fill(1 << 16);
        fill(1);
    }

    private void fill(int piece) {
        try (OutputStream out = Files.newOutputStream(filler(), CREATE, APPEND)) {
            while (true) {
                out.write(new byte[piece]);
            }
        } catch (IOException e) {
            // full
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", folder.toString());
        }
    }
}
