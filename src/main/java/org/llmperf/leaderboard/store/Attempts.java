package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.llmperf.leaderboard.store.AttemptRecord.State;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * The work of a round, shared among any number of workers. An entry, or the block of it that is due, is claimed by one of them at a time, under a lease that
 * it renews; when it dies, another one claims the entry anew. The run of an attempt is stored by {@link Rounds#complete},
 * which refuses an attempt that was taken away meanwhile: so nothing is lost, and nothing counted twice.
 */
@ApplicationScoped
public class Attempts {
    /** Something is wrong with an offering that outlives its worker so often. */
    static final int MOST_ATTEMPTS = 5;

    /** Requests that are in memory while many are written. */
    private static final int AT_ONCE = 25;

    /**
     * Gives the next entry of the round under way whose time has come to a worker; of those that were taken from a silent
     * worker too.
     *
     * @param lease after which a worker that is not heard of loses the entry
     * @return absent if there is nothing to do now
     */
    @Transactional
    public Optional<Attempt> claim(String worker, Duration lease) {
        if (RoundRow.findUnderWay().isEmpty()) {
            return Optional.empty();
        }
        PublicationRow.lock(); // as a dry run does when it begins, so that neither overlooks the other
        AttemptRow.listExpired(lease)
                .forEach(id -> interrupt(AttemptRow.findById(id), "nothing was heard of its worker for " + lease));
        return RoundEntryRow.lockNextPlanned().map(entry -> {
            entry.state = RoundEntry.State.RUNNING;
            return AttemptRow.start(entry, worker, lease).toAttempt();
        });
    }

    /**
     * Tells that the worker lives and how far it is.
     *
     * @param progress of the entry does not go back: fewer finished requests than before change nothing there
     * @return false if the attempt is no longer the worker's, who should stop
     */
    @Transactional
    public boolean renew(Attempt attempt, AttemptProgress progress, Duration lease) {
        boolean still = AttemptRow.renew(attempt.id(), progress, lease);
        if (still) {
            RoundEntryRow.progress(attempt, progress.finished());
        }
        return still;
    }

    /** Every attempt at an entry of the round, in the order of their starts. */
    @Transactional
    public List<AttemptRecord> ofRound(String label) {
        return AttemptRow.listOfRound(label).stream().map(AttemptRow::toRecord).toList();
    }

    /**
     * Ends an attempt that came to no run, keeps what it had finished, and has the entry measured anew. Of an attempt that
     * was taken away already only the requests are kept; one that was measured, or has its requests stored, stays as it is.
     *
     * @throws RefusedException.Missing if there is no such attempt
     */
    @Transactional
    public void interrupted(UUID id, List<RequestTrace> finished, String why) {
        interrupted(id, finished::forEach, why);
    }

    /**
     * The same for requests that would not all fit into memory.
     *
     * @param finished gives each of them to its argument
     * @return how many are kept now
     */
    @Transactional
    public int interrupted(UUID id, Consumer<Consumer<RequestTrace>> finished, String why) {
        AttemptRow attempt = get(id);
        if (attempt.running()) {
            interrupt(attempt, why);
        }
        if (attempt.state == State.MEASURED || AttemptRequestRow.count("attemptId", id) > 0) {
            return 0;
        }
        var kept = new AtomicInteger();
        finished.accept(trace -> {
            AttemptRequestRow.of(id, trace).persist();
            if (kept.incrementAndGet() % AT_ONCE == 0) {
                AttemptRequestRow.flush();
                AttemptRequestRow.getEntityManager().clear();
            }
        });
        return kept.get();
    }

    /**
     * Ends an attempt that failed on our side, and has the entry measured again after a pause, in which a lack of file handles
     * or memory may pass. After {@link #MOST_ATTEMPTS} attempts the entry is given up.
     *
     * @param note why there is no run, in words for readers
     * @throws RefusedException.Missing if there is no such attempt
     * @throws RefusedException.Conflict if it has ended already
     */
    @Transactional
    public void failed(UUID id, String note) {
        AttemptRow attempt = get(id);
        attempt.end(State.FAILED, note);
        if (attempt.tries() < MOST_ATTEMPTS) {
            attempt.entry.plan();
        } else {
            attempt.entry.fail(note);
        }
    }

    /**
     * Gives the entry up before anything was sent.
     *
     * @param note why it is not measured, in words for readers
     * @throws RefusedException.Missing if there is no such attempt
     * @throws RefusedException.Conflict if it has ended already
     */
    @Transactional
    public void declined(UUID id, String note) {
        AttemptRow attempt = get(id);
        attempt.end(State.CANCELLED, note);
        attempt.entry.leaveOut(note);
    }

    private static AttemptRow get(UUID id) {
        return AttemptRow.findLocked(id)
                .orElseThrow(() -> new RefusedException.Missing("There is no attempt " + id + "."));
    }

    private static void interrupt(AttemptRow attempt, String why) {
        attempt.end(State.INTERRUPTED, why);
        int tries = attempt.tries();
        if (tries < MOST_ATTEMPTS) {
            attempt.entry.plan();
        } else {
            attempt.entry.fail("not measured: its measuring was interrupted " + tries + " times");
        }
    }
}
