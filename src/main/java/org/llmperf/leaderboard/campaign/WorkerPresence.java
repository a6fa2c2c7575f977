package org.llmperf.leaderboard.campaign;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.Workers;

/** Tells from time to time that this process's worker lives, whether it measures or waits, so that a missing one is noticed. */
@ApplicationScoped
public class WorkerPresence {
    private static final Logger LOG = Logger.getLogger(WorkerPresence.class);
    private static final int EVERY_SECONDS = 10;

    private final CampaignConfig config;
    private final Worker worker;
    private final Workers workers;
    private final HeldKeys keys;
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "presence"));

    public WorkerPresence(CampaignConfig config, Worker worker, Workers workers, HeldKeys keys) {
        this.config = config;
        this.worker = worker;
        this.workers = workers;
        this.keys = keys;
    }

    void start() {
        beat.scheduleWithFixedDelay(this::tell, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void tell() {
        try {
            workers.seen(worker.name(), config.region(), keys.here());
        } catch (RuntimeException e) {
            LOG.debugf("the worker cannot tell that it lives: %s", e.getMessage());
        }
    }

    /** Not missed: it ended as it should. A database that is away will forget it by itself. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        beat.shutdownNow();
        if (beat.awaitTermination(1, TimeUnit.SECONDS) && config.role().measures()) {
            try {
                workers.left(worker.name());
            } catch (RuntimeException e) {
                LOG.debugf("the worker cannot tell that it ends: %s", e.getMessage());
            }
        }
    }
}
