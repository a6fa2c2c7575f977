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
    private final Heartbeat heartbeat;
    private final ScheduledExecutorService loop =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "worker"));
    private boolean away;

    public WorkerLoop(CampaignConfig config, Worker worker, Heartbeat heartbeat) {
        this.config = config;
        this.worker = worker;
        this.heartbeat = heartbeat;
    }

    void start() {
        heartbeat.beat();
        loop.scheduleWithFixedDelay(() -> look(worker::work), 0, config.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Throws nothing, since a timer whose task throws is cancelled without a word. An {@link Error} that comes back each time is
     * no sign of life, so that liveness ends the process; a database that is away is no reason to.
     */
    void look(Runnable work) {
        try {
            work.run();
            away = false;
            heartbeat.beat();
        } catch (RuntimeException e) {
            if (!away) {
                LOG.warnf(e, "the worker cannot work now and tries again every %s", config.poll());
            }
            away = true;
            heartbeat.beat();
        } catch (Throwable e) {
            LOG.errorf(e, "the worker failed and tries again");
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.shutdownNow();
        loop.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
