package org.llmperf.leaderboard.campaign;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.Rounds;

/** Starts rounds: weekly, and at once when nothing was ever published. */
@ApplicationScoped
public class RoundSchedule {
    private static final Logger LOG = Logger.getLogger(RoundSchedule.class);
    static final String OFF = "off";

    private final CampaignConfig config;
    private final Campaign campaign;
    private final Catalogue catalogue;
    private final KnownRegistry registry;
    private final Rounds rounds;
    private final Clock clock;

    public RoundSchedule(
            CampaignConfig config,
            Campaign campaign,
            Catalogue catalogue,
            KnownRegistry registry,
            Rounds rounds,
            Clock clock) {
        this.config = config;
        this.campaign = campaign;
        this.catalogue = catalogue;
        this.registry = registry;
        this.rounds = rounds;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        rounds.interruptUnfinished(clock.instant())
                .forEach(label -> LOG.warnf("round %s was interrupted; nothing of it is shown", label));
        catalogue.save(registry.get());
        if (!config.schedule().equals(OFF) && rounds.isEmpty()) {
            // a thread of its own: pages are served meanwhile, and show how far it is
            new Thread(campaign::runRound, "first-round").start();
        }
    }

    @Scheduled(
            identity = "weekly-round",
            cron = "${leaderboard.schedule:0 0 9 ? * MON}",
            timeZone = "UTC",
            concurrentExecution = ConcurrentExecution.SKIP)
    void weekly() {
        campaign.runRound();
    }
}
