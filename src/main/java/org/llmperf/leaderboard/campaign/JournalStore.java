package org.llmperf.leaderboard.campaign;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.measurement.JoinedRun;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.summary.Summarizer;

/**
 * Brings journals to the database. One at a time, since each is a whole run in memory; after three that could not be brought,
 * though each was tried for a minute or two, it rests: the disk keeps them, and the database has other troubles.
 * How long one statement may take is the driver's matter ({@code socketTimeout}): an interrupt does not end a read.
 */
@ApplicationScoped
public class JournalStore {
    private static final Logger LOG = Logger.getLogger(JournalStore.class);

    /** Of its circuit breaker. */
    public static final String STORING = "storing";

    private static final int REST_MILLIS = 30_000;

    private final Spool spool;
    private final Attempts attempts;
    private final Rounds rounds;
    private final RunCounters counters;

    public JournalStore(CampaignConfig config, Attempts attempts, Rounds rounds, RunCounters counters) {
        this.spool = new Spool(Path.of(config.data(), "spool"));
        this.attempts = attempts;
        this.rounds = rounds;
        this.counters = counters;
    }

    /** Journals on this machine's disk that wait for the database. */
    public int waiting() {
        return spool.size();
    }

    Spool spool() {
        return spool;
    }

    /** Brings every journal that nobody writes any more to the database. */
    @Bulkhead(1)
    @CircuitBreaker(requestVolumeThreshold = 3, failureRatio = 1, delay = REST_MILLIS)
    @CircuitBreakerName(STORING)
    public void storeLeft() {
        for (Path file : spool.left()) {
            spool.read(file).ifPresentOrElse(journal -> store(file, journal), () -> spool.delete(file));
        }
    }

    private void store(Path file, Spooled journal) {
        try {
            if (journal.run().isEmpty() || !stored(journal, journal.run().get())) {
                attempts.interrupted(journal.attempt(), journal.finished(), "its worker was stopped");
                counters.runEnded(RunCounters.End.INTERRUPTED);
                LOG.warnf(
                        "round %s: an attempt came to no run after %d requests; they are kept",
                        journal.round(), journal.finished().size());
            }
            spool.delete(file);
        } catch (RefusedException.Missing e) {
            LOG.warnf("journal %s is set aside: %s", file.getFileName(), e.getMessage());
            spool.setAside(file);
        }
    }

    private static Run joined(List<Run> before, Run last) {
        if (before.isEmpty()) {
            return last;
        }
        List<Run> all = new ArrayList<>(before);
        all.add(last);
        return JoinedRun.of(
                ScenarioReader.builtIn(last.configuration().scenario().id()), all);
    }

    /** False if the attempt was taken away meanwhile. */
    private boolean stored(Spooled journal, Run run) {
        try {
            if (journal.last() || run.endedEarly()) {
                Run whole = joined(rounds.blocksBefore(journal.attempt()), run);
                rounds.complete(journal.round(), whole, Summarizer.summarise(whole));
            } else {
                rounds.keepBlock(run, Summarizer.summarise(run));
            }
        } catch (RefusedException.Conflict e) {
            return false;
        }
        counters.runEnded(RunCounters.End.MEASURED);
        LOG.infof(
                "round %s: %s measured, %d requests",
                journal.round(),
                run.configuration().offering().slug(),
                run.requests().size());
        return true;
    }
}
