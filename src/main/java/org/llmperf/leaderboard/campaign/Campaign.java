package org.llmperf.leaderboard.campaign;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.commons.rng.simple.JDKRandomBridge;
import org.apache.commons.rng.simple.RandomSource;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.measurement.Method;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Selection;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.RoundPlan;
import org.llmperf.leaderboard.store.Rounds;

/** Rounds: every offering that can be measured is, one after another, and all become visible together. */
@ApplicationScoped
public class Campaign {
    private static final Logger LOG = Logger.getLogger(Campaign.class);

    /** The only ranked one. */
    private static final String SCENARIO = "llmperf-550-150";

    /** The run under way closes its connections within milliseconds; more than this would hold up the end for nothing. */
    private static final int STOP_SECONDS = 5;

    private final CampaignConfig config;
    private final KnownRegistry registry;
    private final Rounds rounds;
    private final ApiKeys keys;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Thread runner;

    public Campaign(CampaignConfig config, KnownRegistry registry, Rounds rounds, ApiKeys keys, Clock clock) {
        this.config = config;
        this.registry = registry;
        this.rounds = rounds;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Carries out one round, which takes from a minute to hours. Blocks until it is published.
     *
     * @return its label; absent if a round is under way already, nothing can be measured, or the program is ending
     */
    public Optional<String> runRound() {
        if (!oneAtATime.tryLock()) {
            LOG.warn("A round is under way; this one is left out");
            return Optional.empty();
        }
        try {
            Selection selection = registry.get().select(name -> keys.find(name).isPresent());
            if (selection.measured().isEmpty()) {
                LOG.warn("No offering can be measured: no key is present and the registry has no simulated provider");
                return Optional.empty();
            }
            runner = Thread.currentThread();
            return measure(selection);
        } finally {
            runner = null;
            oneAtATime.unlock();
        }
    }

    /** The round under way ends unpublished; the next start of the program marks it as interrupted. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread measuring = runner;
        if (measuring != null) {
            measuring.interrupt();
            if (oneAtATime.tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
                oneAtATime.unlock();
            }
        }
    }

    private Optional<String> measure(Selection selection) {
        long seed = new SecureRandom().nextInt(Integer.MAX_VALUE);
        Scenario scenario = ScenarioReader.builtIn(SCENARIO);
        List<Offering> order = inRandomOrder(selection.measured(), seed);
        String label = rounds.open(new RoundPlan(
                config.region(), scenario, Method.VERSION, seed, clock.instant(), order, reasons(selection)));
        LOG.infof("round %s: %d offerings, seed %d", label, order.size(), seed);
        var engine = new MeasuringEngine(
                keys,
                RunEnvironment.detect(config.region(), config.hostType()),
                config.certificate().budget(),
                clock);
        engine.warmUp();
        for (Offering offering : order) {
            measure(label, offering, scenario, engine);
            if (Thread.currentThread().isInterrupted()) {
                LOG.warnf("round %s: left unfinished, since the program is ending", label);
                return Optional.empty();
            }
        }
        rounds.publish(label, clock.instant());
        LOG.infof("round %s: published", label);
        return Optional.of(label);
    }

    /** One offering's trouble is not the round's: it is recorded, and the next one has its turn. */
    private void measure(String label, Offering offering, Scenario scenario, MeasuringEngine engine) {
        rounds.entryStarted(label, offering);
        try (var progress = new RoundProgress(rounds, label, offering)) {
            MeasuredRun measured = engine.measure(offering, scenario, freshSeed(), progress);
            progress.close();
            if (Thread.currentThread().isInterrupted()) {
                return; // half a run is nobody's result
            }
            rounds.complete(label, measured.run(), measured.summary());
            LOG.infof(
                    "round %s: %s measured, %d of %d requests succeeded",
                    label,
                    offering.slug(),
                    measured.summary().succeeded(),
                    measured.summary().started());
        } catch (RuntimeException e) {
            LOG.errorf(e, "round %s: %s could not be measured", label, offering.slug());
            rounds.fail(label, offering, "not measured: the measuring program failed");
        }
    }

    /** Fresh for each run, so that no provider's prompt cache can serve it, and stored, so that it can be repeated. */
    private static long freshSeed() {
        return new SecureRandom().nextInt(Integer.MAX_VALUE);
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
