package org.llmperf.leaderboard.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.client.ApiKeys;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.Attempt;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.LostConnection;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.summary.Summarizer;

/**
 * Measures entries of the round under way, one after another, until there are none left, and publishes the round when the
 * last one of any worker has ended. Whatever it measures goes to the {@link Spool} first and to the database then.
 */
@ApplicationScoped
public class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final CampaignConfig config;
    private final Attempts attempts;
    private final Rounds rounds;
    private final ApiKeys keys;
    private final Clock clock;
    private final Spool spool;
    private final String name = host() + ":" + ProcessHandle.current().pid();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Worker(CampaignConfig config, Attempts attempts, Rounds rounds, ApiKeys keys, Clock clock) {
        this.config = config;
        this.attempts = attempts;
        this.rounds = rounds;
        this.keys = keys;
        this.clock = clock;
        this.spool = new Spool(Path.of(config.data(), "spool"));
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
            storeLeft();
            MeasuringEngine engine = null;
            Optional<Attempt> attempt = attempts.claim(name, config.lease());
            while (attempt.isPresent()) {
                if (engine == null) {
                    engine = new MeasuringEngine(
                            keys,
                            RunEnvironment.detect(config.region(), config.hostType()),
                            config.certificate().budget(),
                            clock);
                    engine.warmUp();
                }
                measure(attempt.get(), engine);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                attempt = attempts.claim(name, config.lease());
            }
            rounds.publishFinished(clock.instant()).ifPresent(label -> LOG.infof("round %s: published", label));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** One offering's trouble is not the round's: it is recorded, and the next one has its turn. */
    private void measure(Attempt attempt, MeasuringEngine engine) {
        Scenario scenario = ScenarioReader.builtIn(attempt.scenarioId());
        try (SpoolFile journal = spool.open(attempt);
                var life = new SignOfLife(attempts, attempt, config.lease(), Thread.currentThread())) {
            MeasuredRun measured;
            try {
                measured = engine.measure(attempt, scenario, freshSeed(), (trace, finished, planned) -> {
                    life.finished(finished);
                    journal.append(trace);
                });
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "round %s: %s could not be measured",
                        attempt.roundLabel(),
                        attempt.offering().slug());
                attempts.failed(attempt.id(), "not measured: the measuring program failed");
                journal.delete();
                return;
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
            storeLeft();
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Brings every journal that nobody writes any more to the database. */
    private void storeLeft() {
        for (Path file : spool.left()) {
            spool.read(file).ifPresentOrElse(journal -> store(file, journal), () -> spool.delete(file));
        }
    }

    private void store(Path file, Spooled journal) {
        try {
            if (journal.run().isEmpty() || !stored(journal, journal.run().get())) {
                attempts.interrupted(journal.attempt(), journal.finished(), "its worker was stopped");
                LOG.warnf(
                        "round %s: an attempt was interrupted after %d requests; they are kept, and it is measured anew",
                        journal.round(), journal.finished().size());
            }
            spool.delete(file);
        } catch (IllegalArgumentException e) {
            LOG.warnf("journal %s is set aside: %s", file.getFileName(), e.getMessage());
            spool.setAside(file);
        }
    }

    /** False if the attempt was taken away meanwhile. */
    private boolean stored(Spooled journal, Run run) {
        try {
            rounds.complete(journal.round(), run, Summarizer.summarise(run));
        } catch (IllegalStateException e) {
            if (new LostConnection().test(e)) {
                throw e;
            }
            return false;
        }
        LOG.infof(
                "round %s: %s measured, %d requests",
                journal.round(),
                run.configuration().offering().slug(),
                run.requests().size());
        return true;
    }

    /** Fresh for each run, so that no provider's prompt cache can serve it, and stored, so that it can be repeated. */
    private static long freshSeed() {
        return new SecureRandom().nextInt(Integer.MAX_VALUE);
    }

    /** Journals that wait for the database. */
    public int spooled() {
        return spool.size();
    }
}
