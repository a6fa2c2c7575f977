package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.loadgen.HopelessProvider;
import org.llmperf.leaderboard.loadgen.SpendGuard;
import org.llmperf.leaderboard.loadgen.StopRule;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.DryRun;
import org.llmperf.leaderboard.store.DryRuns;
import org.llmperf.leaderboard.store.RefusedException;

/** Takes and measures what providers try for themselves, as a round would measure it, only fewer requests. */
@ApplicationScoped
public class DryRunner {
    private static final Logger LOG = Logger.getLogger(DryRunner.class);
    private static final String NOT_MEASURED = "Not measured: ";

    private final DryRunConfig config;
    private final Duration lease;
    private final DryRuns runs;
    private final KnownRegistry registry;
    private final SpendCaps caps;
    private final HeldKeys keys;
    private final Clock clock;

    public DryRunner(
            DryRunConfig config,
            CampaignConfig campaign,
            DryRuns runs,
            KnownRegistry registry,
            SpendCaps caps,
            HeldKeys keys,
            Clock clock) {
        this.config = config;
        this.lease = campaign.lease();
        this.runs = runs;
        this.registry = registry;
        this.caps = caps;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param by name of the account
     * @throws RefusedException.Missing if there is no such offering
     * @throws RefusedException.Conflict if it cannot be measured now, in words
     */
    public UUID ask(String provider, String model, String by) {
        Offering offering = registry.get()
                .offering(provider, model)
                .orElseThrow(() -> new RefusedException.Missing("The registry has no such offering of yours."));
        offering.provider().apiKey().filter(key -> !keys.names().contains(key)).ifPresent(key -> {
            throw new RefusedException.Conflict(
                    "You cannot be measured now: the board has no key of yours (" + key + ").");
        });
        caps.guard(offering, scenario(config.requests())).forbids().ifPresent(cap -> {
            throw new RefusedException.Conflict("The cap of " + cap + " is reached.");
        });
        return runs.ask(offering, config.requests(), config.perDay(), by, clock.instant());
    }

    private static Scenario scenario(int requests) {
        return ScenarioReader.builtIn(Campaign.SCENARIO).withRequests(requests);
    }

    /** Measures all that wait, as long as no round is under way. */
    void work(String worker, Supplier<MeasuringEngine> engine) {
        Optional<DryRun> next = runs.claim(worker, lease);
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            measure(next.get(), engine.get());
            next = runs.claim(worker, lease);
        }
    }

    private void measure(DryRun dry, MeasuringEngine engine) {
        Scenario scenario = scenario(dry.requests());
        SpendGuard guard = caps.guard(dry.offering(), scenario);
        Optional<String> cap = guard.forbids();
        if (cap.isPresent()) {
            runs.failed(dry.id(), NOT_MEASURED + "the cap of " + cap.get() + " is reached.");
            return;
        }
        Run run;
        try (var record = new DryRunRecord(runs, dry.id(), lease)) {
            run = engine.measure(
                            dry.id(),
                            dry.offering(),
                            scenario,
                            new SecureRandom().nextInt(Integer.MAX_VALUE),
                            (trace, finished, planned) -> record.finished(trace),
                            StopRule.any(List.of(new HopelessProvider(), guard)))
                    .run();
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "the dry run of %s could not be measured", dry.offering().slug());
            runs.failed(dry.id(), NOT_MEASURED + "the measuring program failed.");
            return;
        }
        end(dry, run);
    }

    /** A worker that is told to stop still says so: nobody has to wait for the end of its lease. */
    private void end(DryRun dry, Run run) {
        boolean stopped = Thread.interrupted();
        try {
            if (stopped) {
                runs.failed(dry.id(), NOT_MEASURED + "its worker was stopped.");
            } else {
                runs.done(dry.id(), run);
                LOG.infof(
                        "dry run of %s: %d requests",
                        dry.offering().slug(), run.requests().size());
            }
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
