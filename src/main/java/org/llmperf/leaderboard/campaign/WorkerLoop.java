package org.llmperf.leaderboard.campaign;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has this process's worker look for work, for as long as the process lives. Not a job of the scheduler: those run in one
 * process of a cluster, and every worker looks for itself.
 */
@ApplicationScoped
public class WorkerLoop {
    private static final Logger LOG = Logger.getLogger(WorkerLoop.class);

    /** A run under way closes its connections within milliseconds; more than this would hold up the end for nothing. */
    private static final int STOP_SECONDS = 10;

    private final CampaignConfig config;
    private final Worker worker;
    private final ScheduledExecutorService loop =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "worker"));
    private boolean away;

    public WorkerLoop(CampaignConfig config, Worker worker) {
        this.config = config;
        this.worker = worker;
    }

    void start() {
        loop.scheduleWithFixedDelay(this::look, 0, config.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            worker.work();
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                LOG.warnf(e, "the worker cannot work now and tries again every %s", config.poll());
            }
            away = true;
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.shutdownNow();
        loop.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
