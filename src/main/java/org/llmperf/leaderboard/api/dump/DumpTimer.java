package org.llmperf.leaderboard.api.dump;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks now and then whether an archive is due. Not a job of the scheduler: those run in one process of all, and archives are
 * files of each that serves them. A worker serves none and makes none.
 */
@ApplicationScoped
public class DumpTimer {
    private static final Logger LOG = Logger.getLogger(DumpTimer.class);
    private static final String OFF = "off";
    private static final String WORKER = "worker";

    /** The first page comes first. */
    private static final long FIRST_MILLIS = 30_000;

    private final Dumps dumps;
    private final DumpConfig config;
    private final String role;
    private final ScheduledExecutorService executor;
    private volatile boolean stopping;

    DumpTimer(
            Dumps dumps,
            DumpConfig config,
            @ConfigProperty(name = "leaderboard.role", defaultValue = "all") String role,
            ScheduledExecutorService executor) {
        this.dumps = dumps;
        this.config = config;
        this.role = role;
        this.executor = executor;
    }

    void onStart(@Observes StartupEvent event) {
        if (!config.every().equals(OFF) && !role.equalsIgnoreCase(WORKER)) {
            long every = DurationConverter.parseDuration(config.every()).toMillis();
            executor.scheduleWithFixedDelay(this::look, FIRST_MILLIS, every, TimeUnit.MILLISECONDS);
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
            dumps.refresh();
        } catch (IllegalStateException e) {
            LOG.infof("no archive is made now: %s", e.getMessage());
        } catch (IOException | RuntimeException e) {
            if (!stopping) {
                LOG.warn("no archive can be made now", e);
            }
        }
    }
}
