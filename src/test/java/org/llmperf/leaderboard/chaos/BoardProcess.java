package org.llmperf.leaderboard.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The packaged program in a process of its own, which can be killed and started again over the same folder. */
final class BoardProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final int STOP_SECONDS = 60;

    private final List<String> command = new ArrayList<>();
    private final File log;
    private final Path data;
    private Process process;

    BoardProcess(Path home, String name, Map<String, String> settings) {
        this(home, name, settings, List.of());
    }

    /** @param options of the virtual machine */
    BoardProcess(Path home, String name, Map<String, String> settings, List<String> options) {
        log = home.resolve(name + ".log").toFile();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        var all = new TreeMap<>(settings);
        data = home.resolve(name);
        all.put("leaderboard.data", data.toString());
        all.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(JAR.toString());
        start();
    }

    void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands behind the host in the database's column {@code attempt.worker}. */
    long pid() {
        return process.pid();
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Folder of its journals. */
    Path data() {
        return data;
    }

    /** With signal 9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
