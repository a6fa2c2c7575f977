package org.llmperf.leaderboard.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.campaign.DryRunConfig;
import org.llmperf.leaderboard.campaign.DryRunner;
import org.llmperf.leaderboard.store.DryRun;
import org.llmperf.leaderboard.store.DryRuns;
import org.llmperf.leaderboard.store.people.AuditLog;

/** What a provider tries for itself. Nobody else's account sees any of it. */
@ApplicationScoped
@Transactional
public class DryRunOrders {
    private static final int SHOWN = 20;

    private final DryRunner runner;
    private final DryRuns runs;
    private final DryRunConfig config;
    private final AuditLog log;

    public DryRunOrders(DryRunner runner, DryRuns runs, DryRunConfig config, AuditLog log) {
        this.runner = runner;
        this.runs = runs;
        this.config = config;
        this.log = log;
    }

    /** How many requests one has, and how many a day there are. */
    public record Terms(int requests, int perDay) {}

    public Terms terms() {
        return new Terms(config.requests(), config.perDay());
    }

    public UUID ask(Actor actor, String model) {
        String provider = provider(actor);
        UUID id = runner.ask(provider, model, actor.name());
        log.add(actor.did("ask for dry run", provider + "/" + model, id.toString()));
        return id;
    }

    /** The actor's own, the newest first. */
    public List<DryRun> list(Actor actor) {
        return runs.ofProvider(provider(actor), SHOWN);
    }

    private static String provider(Actor actor) {
        return actor.account().provider().orElseThrow();
    }
}
