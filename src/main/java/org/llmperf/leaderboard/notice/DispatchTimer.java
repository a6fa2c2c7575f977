package org.llmperf.leaderboard.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has this process look for something to tell, by some threads in turn: one that waits for a slow receiver keeps the others from
 * nothing. Not a job of the scheduler: that is started by processes that measure alone, and writes to the database each time.
 */
@ApplicationScoped
class DispatchTimer {
    private static final Logger LOG = Logger.getLogger(DispatchTimer.class);
    private static final String OFF = "off";
    private static final int THREADS = 4;

    private final Dispatcher dispatcher;
    private final NoticeConfig config;
    private final ScheduledExecutorService executor;
    private volatile boolean away;
    private volatile boolean stopping;

    DispatchTimer(Dispatcher dispatcher, NoticeConfig config, ScheduledExecutorService executor) {
        this.dispatcher = dispatcher;
        this.config = config;
        this.executor = executor;
    }

    void onStart(@Observes StartupEvent event) {
        if (!config.every().equals(OFF)) {
            long every = DurationConverter.parseDuration(config.every()).toMillis();
            for (int thread = 1; thread <= THREADS; thread++) {
                executor.scheduleWithFixedDelay(this::look, every * thread / THREADS, every, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** The database is closed while the executor still runs, and its absence then is no trouble. */
    void onStop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void look() {
        if (stopping) {
            return;
        }
        try {
            dispatcher.work();
            away = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // the timer never calls again whom it saw fail
            if (!away && !stopping) {
                LOG.warnf(e, "nobody can be told anything now; tried again every %s", config.every());
            }
            away = true;
        }
    }
}
