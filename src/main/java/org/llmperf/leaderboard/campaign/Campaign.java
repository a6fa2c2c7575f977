package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.rng.simple.JDKRandomBridge;
import org.apache.commons.rng.simple.RandomSource;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.measurement.Method;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Selection;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.Decisions;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.RoundPlan;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.store.Spreading;

/** Opens rounds. Workers, in this process or others, measure them; see {@link Worker}. */
@ApplicationScoped
public class Campaign {
    private static final Logger LOG = Logger.getLogger(Campaign.class);

    /** The only ranked one. */
    static final String SCENARIO = "llmperf-550-150";

    private final CampaignConfig config;
    private final KnownRegistry registry;
    private final Rounds rounds;
    private final Decisions decisions;
    private final HeldKeys keys;
    private final Clock clock;

    public Campaign(
            CampaignConfig config,
            KnownRegistry registry,
            Rounds rounds,
            Decisions decisions,
            HeldKeys keys,
            Clock clock) {
        this.config = config;
        this.registry = registry;
        this.rounds = rounds;
        this.decisions = decisions;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Opens a round of every offering that can be measured and whose provider is not paused.
     *
     * @return its label; absent if nothing can be measured
     * @throws RefusedException.Conflict if a round is under way already
     * @throws IllegalArgumentException if runs cannot be spread as it is configured
     */
    public Optional<String> open() {
        Selection selection = selection();
        if (selection.measured().isEmpty()) {
            LOG.warn("No offering can be measured: no worker holds a key and the registry has no simulated provider");
            return Optional.empty();
        }
        Spreading spreading =
                config.spread().spreading(ScenarioReader.builtIn(SCENARIO).requests());
        Map<String, String> paused = decisions.paused();
        Map<Offering, String> notMeasured = reasons(selection);
        var measured = new ArrayList<Offering>();
        for (Offering offering : selection.measured()) {
            Optional<String> pause =
                    Optional.ofNullable(paused.get(offering.provider().slug()));
            pause.ifPresentOrElse(
                    reason -> notMeasured.put(offering, "not measured: paused, " + reason),
                    () -> measured.add(offering));
        }
        return measured.isEmpty()
                ? Optional.empty()
                : Optional.of(open(measured, notMeasured, spreading, Optional.empty()));
    }

    /** What each offering that can be measured now would cost. */
    RoundEstimate estimate() {
        return RoundEstimate.of(selection().measured(), ScenarioReader.builtIn(SCENARIO));
    }

    /** Why the next round leaves a provider out, by its slug: one reason for each, though its offerings may have several. */
    Map<String, String> leftOut() {
        Map<String, String> reasons = new LinkedHashMap<>();
        selection()
                .notMeasured()
                .forEach(left -> reasons.putIfAbsent(left.offering().provider().slug(), left.reason()));
        return reasons;
    }

    private Selection selection() {
        return registry.get().select(keys.names()::contains);
    }

    /**
     * Opens a round that measures some offerings again, each at once: somebody waits for it. Its runs become the newest of theirs; those before stay.
     *
     * @throws RefusedException.Conflict if there is none, one cannot be measured, or a round is under way already
     */
    public String repeat(List<Offering> offerings, RoundPlan.Repeat why) {
        if (offerings.isEmpty()) {
            throw new RefusedException.Conflict("There is nothing to measure.");
        }
        Set<String> held = keys.names();
        for (Offering offering : offerings) {
            offering.provider().apiKey().filter(key -> !held.contains(key)).ifPresent(key -> {
                throw new RefusedException.Conflict(
                        offering.slug() + " cannot be measured: no worker holds the key " + key + ".");
            });
        }
        return open(offerings, Map.of(), Spreading.NONE, Optional.of(why));
    }

    private String open(
            List<Offering> offerings,
            Map<Offering, String> notMeasured,
            Spreading spreading,
            Optional<RoundPlan.Repeat> why) {
        long seed = new SecureRandom().nextInt(Integer.MAX_VALUE);
        List<Offering> order = inRandomOrder(offerings, seed);
        String label = rounds.open(new RoundPlan(
                config.region(),
                ScenarioReader.builtIn(SCENARIO),
                Method.VERSION,
                seed,
                clock.instant(),
                order,
                notMeasured,
                spreading,
                why));
        LOG.infof("round %s: %d offerings, seed %d", label, order.size(), seed);
        return label;
    }

    private static List<Offering> inRandomOrder(List<Offering> offerings, long seed) {
        var order = new ArrayList<>(offerings);
        Collections.shuffle(order, new JDKRandomBridge(RandomSource.XO_SHI_RO_256_SS, seed));
        return order;
    }

    private static Map<Offering, String> reasons(Selection selection) {
        var reasons = new LinkedHashMap<Offering, String>();
        selection.notMeasured().forEach(left -> reasons.put(left.offering(), left.reason()));
        return reasons;
    }
}
