package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundPlan.Repeat;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.StoredRound;

/**
 * What may be done with rounds. The console, the API and the calendar all do it through this class. What cannot be done is
 * refused with a {@link RefusedException}.
 */
@ApplicationScoped
public class Operations {
    private final Campaign campaign;
    private final Rounds rounds;
    private final Results results;
    private final KnownRegistry registry;
    private final Decisions decisions;
    private final Clock clock;

    public Operations(
            Campaign campaign,
            Rounds rounds,
            Results results,
            KnownRegistry registry,
            Decisions decisions,
            Clock clock) {
        this.campaign = campaign;
        this.rounds = rounds;
        this.results = results;
        this.registry = registry;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Opens a round of everything that can be measured.
     *
     * @return its label
     * @throws RefusedException.Conflict if a round is under way already, or nothing can be measured
     */
    public String startRound() {
        return campaign.open()
                .orElseThrow(
                        () -> new RefusedException.Conflict("No offering can be measured: no worker holds a key."));
    }

    /** Measures again what a round measured or failed to; its results stay, and are no longer the newest. */
    public String repeatRound(String label, Repeat why) {
        StoredRound round = results.round(label)
                .orElseThrow(() -> new RefusedException.Missing("There is no round " + label + "."));
        List<String> asked = round.entries().stream()
                .filter(entry -> entry.state() != RoundEntry.State.NOT_MEASURED)
                .map(entry -> entry.offering().slug())
                .toList();
        return repeat(offering -> asked.contains(offering.slug()), "of the round " + label, why);
    }

    /** Measures everything again that a round would measure now. */
    public String repeatEverything(Repeat why) {
        return campaign.repeat(nextRound(), why);
    }

    /** Measures one model again, wherever it can be measured now. */
    public String repeatModel(String model, Repeat why) {
        List<Offering> offerings = nextRound().stream()
                .filter(offering -> offering.model().slug().equals(model))
                .toList();
        if (offerings.isEmpty()) {
            throw new RefusedException.Missing("Nobody's \"" + model + "\" can be measured now.");
        }
        return campaign.repeat(offerings, why);
    }

    /** Measures all offerings of one provider again. */
    public String repeatProvider(String provider, Repeat why) {
        return repeat(
                offering -> offering.provider().slug().equals(provider), "of the provider \"" + provider + "\"", why);
    }

    /** Measures one offering again. */
    public String repeatOffering(String provider, String model, Repeat why) {
        String slug = provider + "/" + model;
        return repeat(offering -> offering.slug().equals(slug), "\"" + slug + "\"", why);
    }

    private String repeat(Predicate<Offering> wanted, String what, Repeat why) {
        Registry known = registry.get();
        List<Offering> offerings = known.offerings().stream().filter(wanted).toList();
        if (offerings.isEmpty()) {
            throw new RefusedException.Missing("The registry has no offering " + what + ".");
        }
        return campaign.repeat(offerings, why);
    }

    /** Ends the round under way. What it measured is kept and not shown; its workers stop within seconds. */
    public void cancel(String label) {
        rounds.cancel(label, clock.instant());
    }

    /** Why the next round leaves a provider out that is not paused, by its slug. */
    public Map<String, String> leftOut() {
        return campaign.leftOut();
    }

    /** What the next round will cost. */
    public RoundEstimate estimate() {
        Set<String> paused = decisions.paused().keySet();
        return estimates(item -> !paused.contains(item.offering().provider().slug()));
    }

    /** What each offering that may be measured again will cost, those of paused providers too. */
    public RoundEstimate repeatable() {
        return estimates(item -> true);
    }

    private RoundEstimate estimates(Predicate<RoundEstimate.Item> wanted) {
        return new RoundEstimate(
                campaign.estimate().items().stream().filter(wanted).toList());
    }

    private List<Offering> nextRound() {
        return estimate().items().stream().map(RoundEstimate.Item::offering).toList();
    }

    /** How far the round under way is. */
    public Optional<StoredRound> underWay() {
        return results.roundUnderWay();
    }
}
