package org.llmperf.leaderboard.campaign;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.Rounds;

/** Opens rounds: weekly, and at once when nothing was ever published. */
@ApplicationScoped
public class RoundSchedule {
    private static final Logger LOG = Logger.getLogger(RoundSchedule.class);
    static final String OFF = "off";

    private final CampaignConfig config;
    private final Campaign campaign;
    private final Catalogue catalogue;
    private final KnownRegistry registry;
    private final Rounds rounds;
    private final WorkerLoop loop;

    public RoundSchedule(
            CampaignConfig config,
            Campaign campaign,
            Catalogue catalogue,
            KnownRegistry registry,
            Rounds rounds,
            WorkerLoop loop) {
        this.config = config;
        this.campaign = campaign;
        this.catalogue = catalogue;
        this.registry = registry;
        this.rounds = rounds;
        this.loop = loop;
    }

    void onStart(@Observes StartupEvent event) {
        catalogue.save(registry.get());
        if (config.role().measures()) {
            if (!config.schedule().equals(OFF) && rounds.isEmpty()) {
                open();
            }
            loop.start();
        }
    }

    @Scheduled(
            identity = "weekly-round",
            cron = "${leaderboard.schedule:0 0 9 ? * MON}",
            timeZone = "UTC",
            concurrentExecution = ConcurrentExecution.SKIP)
    void weekly() {
        open();
    }

    private void open() {
        try {
            campaign.open();
        } catch (IllegalStateException e) {
            LOG.warnf("%s No further one is opened.", e.getMessage());
        }
    }
}
