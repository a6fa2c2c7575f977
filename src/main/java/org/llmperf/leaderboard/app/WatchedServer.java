package org.llmperf.leaderboard.app;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The embedded server, started again on its port when it has died, whatever ended it: the application keeps its address, and the
 * pool makes new connections by itself. What was committed is there, as after any crash.
 */
final class WatchedServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WatchedServer.class);
    private static final int PAUSE_MILLIS = 500;

    private final ClusterFolder folder;
    private final Start start;
    private AutoCloseable server;
    private boolean closed;

    interface Start {
        AutoCloseable inPlaceOf(AutoCloseable dead) throws Exception;
    }

    WatchedServer(ClusterFolder folder, AutoCloseable server, Start start) throws IOException {
        this.folder = folder;
        this.server = server;
        this.start = start;
        watch();
    }

    private void watch() throws IOException {
        ProcessHandle process = LeftServer.holder(folder)
                .orElseThrow(() -> new IOException("the server has ended as soon as it had started"));
        process.onExit().thenRun(() -> {
            Thread thread = new Thread(this::revive, "database-revival");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void revive() {
        boolean done = false;
        while (!done) {
            done = tried();
        }
    }

    /** Its own processes may outlive it by a moment and keep its memory; so the first try can fail. */
    private synchronized boolean tried() {
        if (closed) {
            return true;
        }
        try {
            LOG.error("the embedded PostgreSQL has died and is started again");
            server = start.inPlaceOf(server);
            watch();
            LOG.warn("the embedded PostgreSQL is back");
            return true;
        } catch (Exception e) {
            LOG.errorf("the embedded PostgreSQL cannot be started again: %s", e.getMessage());
            return !paused();
        }
    }

    /** Without the lock, a stop need not wait; it is noticed at the next try. */
    private boolean paused() {
        try {
            TimeUnit.MILLISECONDS.timedWait(this, PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void close() throws Exception {
        closed = true;
        notifyAll();
        server.close();
    }
}
