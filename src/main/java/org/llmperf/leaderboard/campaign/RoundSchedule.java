package org.llmperf.leaderboard.campaign;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.Catalogue;
import org.llmperf.leaderboard.store.Rounds;

/** What a process does about rounds when it starts: one that measures keeps the calendar and looks for work. */
@ApplicationScoped
public class RoundSchedule {
    static final String OFF = "off";

    private final CampaignConfig config;
    private final RoundCalendar calendar;
    private final WeeklyRound weekly;
    private final DueRound due;
    private final Catalogue catalogue;
    private final KnownRegistry registry;
    private final Rounds rounds;
    private final WorkerPresence presence;
    private final WorkerLoop loop;

    public RoundSchedule(
            CampaignConfig config,
            RoundCalendar calendar,
            WeeklyRound weekly,
            DueRound due,
            Catalogue catalogue,
            KnownRegistry registry,
            Rounds rounds,
            WorkerPresence presence,
            WorkerLoop loop) {
        this.config = config;
        this.calendar = calendar;
        this.weekly = weekly;
        this.due = due;
        this.catalogue = catalogue;
        this.registry = registry;
        this.rounds = rounds;
        this.presence = presence;
        this.loop = loop;
    }

    void onStart(@Observes StartupEvent event) {
        config.spread().spreading(ScenarioReader.builtIn(Campaign.SCENARIO).requests()); // wrong settings end the start
        catalogue.save(registry.get());
        if (!config.role().measures()) {
            return;
        }
        if (config.schedule().equals(OFF)) {
            calendar.forget();
        } else {
            calendar.keep(config.schedule());
            if (rounds.isEmpty()) {
                weekly.open();
            }
            due.start();
        }
        presence.start();
        loop.start();
    }
}
