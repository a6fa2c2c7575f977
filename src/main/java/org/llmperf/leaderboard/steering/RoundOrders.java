package org.llmperf.leaderboard.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.access.Actor;
import org.llmperf.leaderboard.campaign.Campaign;
import org.llmperf.leaderboard.campaign.KnownRegistry;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.RoundPlan;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.people.AuditLog;

/**
 * What a maintainer orders about rounds. Refused with an {@link IllegalArgumentException} or, at a wrong time, with an {@link
 * IllegalStateException}, both in words for who ordered it.
 */
@ApplicationScoped
@Transactional
public class RoundOrders {
    private final Campaign campaign;
    private final Rounds rounds;
    private final KnownRegistry registry;
    private final AuditLog log;

    public RoundOrders(Campaign campaign, Rounds rounds, KnownRegistry registry, AuditLog log) {
        this.campaign = campaign;
        this.rounds = rounds;
        this.registry = registry;
        this.log = log;
    }

    /**
     * Everything that can be measured.
     *
     * @return the new round's label
     */
    public String start(Actor actor) {
        String label = campaign.open()
                .orElseThrow(() -> new IllegalStateException("No offering can be measured: no key is present."));
        log.add(actor.did("start", "round " + label, ""));
        return label;
    }

    /**
     * Measures again: all offerings of the registry, or only those of the provider, of the model, or the one of both. Their new
     * runs take the place of the old ones, which stay to be seen.
     *
     * @param reason in words for readers
     * @return the new round's label
     */
    public String repeat(Actor actor, Optional<String> provider, Optional<String> model, String reason) {
        String words = Words.required("The reason", reason);
        List<Offering> offerings = registry.get().offerings().stream()
                .filter(offering -> provider.stream()
                        .allMatch(slug -> slug.equals(offering.provider().slug())))
                .filter(offering -> model.stream()
                        .allMatch(slug -> slug.equals(offering.model().slug())))
                .toList();
        String label = campaign.repeat(offerings, new RoundPlan.Repeat(words, actor.name()));
        log.add(actor.did(
                "repeat", "round " + label, provider.orElse("all") + "/" + model.orElse("all") + ": " + words));
        return label;
    }

    /** Ends the round under way without publishing it; what it measured is kept and not shown. */
    public void cancel(Actor actor, String label, String reason) {
        String words = Words.required("The reason", reason);
        rounds.cancel(label, actor.at());
        log.add(actor.did("cancel", "round " + label, words));
    }
}
