package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.loadgen.HopelessProvider;
import org.llmperf.leaderboard.loadgen.KeptBytes;
import org.llmperf.leaderboard.loadgen.SpendGuard;
import org.llmperf.leaderboard.loadgen.StopRule;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.Rounds;

/**
 * Measures entries of the round under way, or the blocks of them that are due, one after another, until there are none left, and publishes the round when the
 * last one of any worker has ended; then what providers try for themselves. Whatever it measures goes to the {@link Spool} first and to the database then.
 */
@ApplicationScoped
public class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final CampaignConfig config;
    private final Attempts attempts;
    private final Rounds rounds;
    private final JournalStore journals;
    private final SpendCaps caps;
    private final DryRunner dryRuns;
    private final RunCounters counters;
    private final Heartbeat heartbeat;
    private final ApiKeys keys;
    private final Clock clock;
    private final String name = host() + ":" + ProcessHandle.current().pid();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Worker(
            CampaignConfig config,
            Attempts attempts,
            Rounds rounds,
            JournalStore journals,
            SpendCaps caps,
            DryRunner dryRuns,
            RunCounters counters,
            Heartbeat heartbeat,
            ApiKeys keys,
            Clock clock) {
        this.config = config;
        this.attempts = attempts;
        this.rounds = rounds;
        this.journals = journals;
        this.caps = caps;
        this.dryRuns = dryRuns;
        this.counters = counters;
        this.heartbeat = heartbeat;
        this.keys = keys;
        this.clock = clock;
    }

    /** Host and process. */
    String name() {
        return name;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /**
     * Does all the work that there is now. Returns early when the thread is interrupted: what was being measured is then
     * kept as interrupted, and the entry measured anew by whoever comes next.
     *
     * @throws RuntimeException if the database is away; what was measured stays in the spool
     */
    public void work() {
        if (!oneAtATime.tryLock()) {
            return;
        }
        try {
            journals.storeLeft();
            MeasuringEngine engine = null;
            Optional<Attempt> attempt = claim();
            while (attempt.isPresent()) {
                if (engine == null) {
                    engine = newEngine();
                }
                work(attempt.get(), engine);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                attempt = claim();
            }
            rounds.publishFinished(clock.instant()).ifPresent(label -> {
                counters.roundPublished();
                LOG.infof("round %s: published", label);
            });
            dryRuns.work(name, this::newEngine);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** A worker whose disk is full takes nothing: what it measured could be lost. */
    private Optional<Attempt> claim() {
        return journals.hasRoom() ? attempts.claim(name, config.lease()) : Optional.empty();
    }

    private MeasuringEngine newEngine() {
        var engine = new MeasuringEngine(
                keys,
                RunEnvironment.detect(config.region(), config.hostType()),
                config.certificate().budget(),
                clock);
        engine.warmUp();
        return engine;
    }

    /** What is logged meanwhile says of which round and run. */
    private void work(Attempt attempt, MeasuringEngine engine) {
        MDC.put("round", attempt.roundLabel());
        MDC.put("run", attempt.id().toString());
        try {
            Scenario scenario = ScenarioReader.builtIn(attempt.scenarioId())
                    .part(attempt.block().requests());
            SpendGuard guard = caps.guard(attempt.offering(), scenario, rounds.blocksBefore(attempt.id()));
            Optional<String> cap = guard.forbids();
            if (cap.isPresent()) {
                counters.runEnded(RunCounters.End.LEFT_OUT);
                attempts.declined(attempt.id(), "not measured: the cap of " + cap.get() + " is reached");
            } else {
                measure(
                        attempt,
                        scenario,
                        StopRule.any(List.of(new HopelessProvider(), KeptBytes.ofHeap(), guard)),
                        engine);
            }
        } finally {
            MDC.remove("round");
            MDC.remove("run");
        }
    }

    /** One offering's trouble is not the round's: it is recorded, and the next one has its turn. Our own is tried again. */
    private void measure(Attempt attempt, Scenario scenario, StopRule rule, MeasuringEngine engine) {
        try (SpoolFile journal = journals.spool().open(attempt);
                var life = new SignOfLife(attempts, attempt, config.lease(), Thread.currentThread())) {
            MeasuredRun measured;
            var ownFaults = new OwnFaults(scenario.requests());
            try {
                measured = engine.measure(
                        attempt.id(),
                        attempt.offering(),
                        scenario,
                        freshSeed(),
                        (trace, finished, planned) -> {
                            counters.requestEnded(trace.outcome());
                            heartbeat.seen();
                            ownFaults.add(trace);
                            life.finished(trace);
                            journal.append(trace);
                        },
                        rule);
            } catch (RuntimeException
                    | Error e) { // a heap that is full, a tokenizer that panics: the next run may still fit
                counters.runEnded(RunCounters.End.FAILED);
                LOG.errorf(
                        e,
                        "round %s: %s could not be measured and is tried again",
                        attempt.roundLabel(),
                        attempt.offering().slug());
                attempts.failed(attempt.id(), "not measured: the measuring program failed");
                return; // the journal is kept: what was sent was paid for
            }
            life.close();
            if (life.lost()) {
                Thread.interrupted(); // by the sign of life, not by the end of the program
            }
            if (life.lost() || Thread.currentThread().isInterrupted()) {
                return; // half a run is nobody's result; its requests are kept
            }
            journal.finish(measured.run());
        } finally {
            storeEvenIfStopped();
        }
    }

    /** A worker that is told to stop still gives its entry back, so that nobody has to wait for the end of its lease. */
    private void storeEvenIfStopped() {
        boolean stopped = Thread.interrupted();
        try {
            journals.storeLeft();
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Fresh for each run, so that no provider's prompt cache can serve it, and stored, so that it can be repeated. */
    private static long freshSeed() {
        return new SecureRandom().nextInt(Integer.MAX_VALUE);
    }
}
