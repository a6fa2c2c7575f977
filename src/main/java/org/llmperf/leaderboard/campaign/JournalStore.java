package org.llmperf.leaderboard.campaign;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jboss.logging.Logger;
import org.llmperf.leaderboard.measurement.JoinedRun;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.scenario.ScenarioReader;
import org.llmperf.leaderboard.store.Attempts;
import org.llmperf.leaderboard.store.DatabaseRefusal;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.Rounds;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Brings journals to the database. One at a time, since each is a whole run in memory; after three that the database did not
 * take, though each was tried for a minute or two, it rests: the disk keeps them, and the database has other troubles. What
 * cannot be stored is set aside on the disk and never deleted.
 * How long one statement may take is the driver's matter ({@code socketTimeout}): an interrupt does not end a read.
 */
@ApplicationScoped
public class JournalStore {
    private static final Logger LOG = Logger.getLogger(JournalStore.class);

    /** Of its circuit breaker. */
    public static final String STORING = "storing";

    private static final int REST_MILLIS = 30_000;
    private static final DatabaseRefusal REFUSED_BY_DATABASE = new DatabaseRefusal();

    private final Spool spool;
    private final Attempts attempts;
    private final Rounds rounds;
    private final RunCounters counters;
    private final ReadTries tries;
    private volatile boolean full;

    public JournalStore(CampaignConfig config, Attempts attempts, Rounds rounds, RunCounters counters, Clock clock) {
        this.spool = new Spool(Path.of(config.data(), "spool"));
        this.tries = new ReadTries(clock);
        this.attempts = attempts;
        this.rounds = rounds;
        this.counters = counters;
    }

    /** Journals on this machine's disk that wait for the database. */
    public int waiting() {
        return spool.left().size();
    }

    Spool spool() {
        return spool;
    }

    /** Journals that are kept on this machine's disk since they could not be stored, or not all of them. */
    public int aside() {
        return spool.aside().size();
    }

    /** Whether there is room on this machine's disk for what is measured next. Says so in the log when that changes. */
    boolean hasRoom() {
        boolean room = spool.hasRoom();
        if (full && room) {
            LOG.info("the disk has room for journals again: measuring goes on");
        }
        if (!full && !room) {
            LOG.error("the disk has no room for another journal: nothing is measured until 64 MiB of it are free");
        }
        full = !room;
        return room;
    }

    /**
     * Brings every journal that nobody writes any more to the database. One that cannot be stored holds up no other.
     *
     * @throws RuntimeException if the database takes none
     */
    @Bulkhead(1)
    @CircuitBreaker(requestVolumeThreshold = 3, failureRatio = 1, delay = REST_MILLIS)
    @CircuitBreakerName(STORING)
    public void storeLeft() {
        for (Path file : spool.left()) {
            if (tries.due(file)) {
                storeOne(file);
            }
        }
    }

    private void storeOne(Path file) {
        try {
            if (tries.begin(file)) {
                store(file, spool.read(file));
            } else {
                setAside(file, "it could not be stored " + ReadTries.MOST + " times");
            }
            tries.forget(file);
        } catch (RuntimeException e) {
            if (REFUSED_BY_DATABASE.test(e)) {
                tries.forget(file);
                throw e;
            }
            LOG.errorf(e, "journal %s cannot be stored and is tried again", file.getFileName());
        }
    }

    private void store(Path file, Spooled journal) {
        if (journal.empty()) {
            spool.delete(file); // its writer died before it sent anything
            return;
        }
        if (journal.header().isEmpty()) {
            setAside(file, "its first line cannot be read");
            return;
        }
        try {
            if (journal.run().isEmpty() || !stored(journal, journal.run().get())) {
                keepRequests(file, journal);
            }
            if (journal.damagedLines() == 0) {
                spool.delete(file);
            } else {
                setAside(file, journal.damagedLines() + " of its lines cannot be read; the others are stored");
            }
        } catch (RefusedException.Missing e) {
            setAside(file, e.getMessage());
        }
    }

    private void keepRequests(Path file, Spooled journal) {
        int kept = attempts.interrupted(
                journal.attempt(), requests -> requests(file, journal, requests), "its worker was stopped");
        counters.runEnded(RunCounters.End.INTERRUPTED);
        LOG.warnf("round %s: an attempt came to no run after %d requests; they are kept", journal.round(), kept);
    }

    /** A whole run has those too whose own lines are damaged. */
    private void requests(Path file, Spooled journal, Consumer<RequestTrace> taker) {
        journal.run()
                .ifPresentOrElse(
                        run -> run.requests().forEach(request -> taker.accept(request.trace())),
                        () -> spool.requests(file, taker));
    }

    private void setAside(Path file, String why) {
        spool.setAside(file);
        LOG.errorf("journal %s is set aside: %s", file.getFileName(), why);
    }

    void onStop(@Observes ShutdownEvent event) {
        int lines = spool.linesInMemory();
        if (lines > 0) {
            LOG.errorf(
                    "%d measured requests and runs found room neither on the disk nor in the database and are lost",
                    lines);
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
            if (journal.header().orElseThrow().makesRun() || run.endedEarly()) {
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
