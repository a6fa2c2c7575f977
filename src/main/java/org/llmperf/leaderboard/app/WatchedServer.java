package org.llmperf.leaderboard.app;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The embedded server, started again when it has died, whatever ended it. It comes back at the same address, since PostgreSQL
 * keeps the options of its last start in its folder, so the pool finds it again by itself. What was committed is there, as after any
 * crash.
 */
final class WatchedServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WatchedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 500;

    private final ClusterFolder folder;
    private final CountDownLatch closing = new CountDownLatch(1);
    private AutoCloseable server;

    /** @param server that runs on the folder; its own way of stopping is used until it has died once */
    WatchedServer(ClusterFolder folder, AutoCloseable server) throws IOException {
        this.folder = folder;
        this.server = server;
        watch();
    }

    private void watch() throws IOException {
        ProcessHandle process = LeftServer.holder(folder)
                .orElseThrow(() -> new IOException("the server ended as soon as it had started"));
        process.onExit().thenRun(() -> {
            Thread thread = new Thread(this::revive, "database-revival");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** The processes of the dead server may outlive it by a moment and keep its memory, so the first try can fail. */
    private void revive() {
        try {
            boolean back = closing.getCount() == 0;
            if (!back) {
                LOG.error("The embedded PostgreSQL has died and is started again.");
            }
            while (!back) {
                back = started() || closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean started() throws InterruptedException {
        if (closing.getCount() == 0) {
            return true;
        }
        try {
            restart();
            server = LeftServer.find(folder, PATIENCE).orElseThrow(() -> new IOException("it did not start"));
            watch();
            LOG.warn("The embedded PostgreSQL is back.");
            return true;
        } catch (IOException | UnusableDatabaseException e) {
            LOG.warnf("The embedded PostgreSQL cannot be started yet: %s", e.getMessage());
            return false;
        }
    }

    /** Not by zonky, which stops and forgets a server, but cannot take one up again. */
    private void restart() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // as root, like the first start: postgres refuses root
        }
        command.addAll(List.of(
                program().toString(),
                "restart",
                "-D",
                folder.cluster().toAbsolutePath().toString(),
                "-w",
                "-t",
                "20"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.log().toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("pg_ctl failed, see " + folder.log());
        }
    }

    private Path program() throws IOException {
        Path unpacked = folder.unpacked();
        try (Stream<Path> versions = Files.list(unpacked)) {
            return versions.map(version -> version.resolve("bin").resolve("pg_ctl"))
                    .filter(Files::isExecutable)
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException("there is no pg_ctl in " + unpacked))
                    .toAbsolutePath();
        }
    }

    @Override
    public void close() throws Exception {
        closing.countDown();
        synchronized (this) {
            server.close();
        }
    }
}
