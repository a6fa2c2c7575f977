package org.llmperf.leaderboard.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another JVM that holds an embedded database, to be killed. */
final class EmbeddedDatabaseProcess implements AutoCloseable {
    private final Process process;
    private final String firstLine;

    private EmbeddedDatabaseProcess(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    /** In the other JVM: prints the address, or why there is none, and waits. */
    public static void main(String... args) throws InterruptedException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]))) {
            System.out.println(database.url());
            Thread.currentThread().join();
        } catch (UnusableDatabaseException e) {
            System.out.println(e.getMessage());
        }
    }

    static EmbeddedDatabaseProcess start(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseProcess.class.getName(),
                        data.toString())
                .redirectError(Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new EmbeddedDatabaseProcess(process, output.readLine());
    }

    String firstLine() {
        return firstLine;
    }

    /** As by {@code kill -9}: nothing is cleaned up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
