package org.llmperf.leaderboard.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * The life of a round: open, each entry complete or failed, then published as a whole, or cancelled. Until it is published
 * readers see that it is under way and nothing of its results. Who measures which entry is the matter of {@link Attempts}.
 *
 * <p>Storing a run and publishing outlast a lost connection: they are tried again for about a minute, each time in a new
 * transaction, and both do nothing if the lost attempt had in truth succeeded. So the transaction is made inside the
 * method: by annotation it would lie around all attempts.
 */
@ApplicationScoped
public class Rounds {
    /** Of its circuit breaker. */
    public static final String PUBLISHING = "publishing";

    /** Whether no round was ever published, so that the first one should start at once. */
    @Transactional
    public boolean isEmpty() {
        return PublicationRow.current().isEmpty();
    }

    /** Whether a weekly round started at this instant or later, or was under way then; a cancelled one counts. */
    @Transactional
    public boolean hasWeeklyOf(Instant firing) {
        return RoundRow.count(
                        "occasion = ?1 and (startedAt >= ?2 or finishedAt is null or finishedAt >= ?2)",
                        StoredRound.Occasion.WEEKLY,
                        firing)
                > 0;
    }

    /**
     * @return the label of the new round
     * @throws RefusedException.Conflict if another one is under way, or the database holds invented results
     * @throws IllegalArgumentException if an offering is not in the catalogue
     */
    @Transactional
    public String open(RoundPlan plan) {
        PublicationRow.lock();
        RoundRow.findUnderWay().ifPresent(other -> {
            throw new RefusedException.Conflict("The round " + other.label + " is under way.");
        });
        if (EditionRow.holdsSynthetic()) {
            throw new RefusedException.Conflict(
                    "The database holds invented results, and no measured ones are added to them.");
        }
        String week = RoundLabel.week(plan.startedAt());
        RoundRow round = RoundRow.of(RoundLabel.free(week, RoundRow.labelsLike(week)), plan);
        int requests = plan.scenario().requests();
        plan.order().forEach(offering -> round.add(offering, RoundEntry.State.PLANNED, requests, null));
        plan.notMeasured().forEach((offering, note) -> round.add(offering, RoundEntry.State.NOT_MEASURED, 0, note));
        round.persist();
        return round.label;
    }

    /**
     * Stores a run, its requests and its figures, all or nothing. A run that is stored already is left as it is.
     *
     * @throws RefusedException.Missing if there is no such round or it does not have the run's offering
     * @throws RefusedException.Conflict if the entry already ended in another way, or the run is of an attempt that was taken
     *     from its worker
     */
    @Retry(
            maxRetries = 10,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            jitter = 1,
            jitterDelayUnit = ChronoUnit.SECONDS,
            maxDuration = 2,
            durationUnit = ChronoUnit.MINUTES)
    @RetryWhen(exception = LostConnection.class)
    public void complete(String label, Run run, RunSummary summary) {
        QuarkusTransaction.requiringNew().run(() -> {
            RoundEntryRow entry = RoundEntryRow.get(label, run.configuration().offering());
            if (run.id().equals(entry.runId)) {
                return;
            }
            entry.requireOpen();
            AttemptRow.findLocked(run.id()).ifPresent(attempt -> attempt.measured(run, summary));
            RunRow.of(entry, run, summary).persist();
            run.requests().forEach(request -> RequestRow.of(run.id(), request).persist());
            RunRow.flush();
            entry.measured(run);
            AttemptRow.forgetBlocks(entry);
        });
    }

    /**
     * Keeps a block until the last one of its entry is measured and all of them are stored as one run. A block that is kept
     * already stays as it is.
     *
     * @param part whose id is that of the attempt
     * @throws RefusedException.Missing if there is no such attempt
     * @throws RefusedException.Conflict if the attempt was taken from its worker, or its entry ended in another way
     */
    @Retry(
            maxRetries = 10,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            maxDuration = 2,
            durationUnit = ChronoUnit.MINUTES)
    @RetryWhen(exception = LostConnection.class)
    public void keepBlock(Run part, RunSummary summary) {
        QuarkusTransaction.requiringNew().run(() -> {
            AttemptRow attempt = attempt(part.id());
            if (attempt.run == null) {
                attempt.entry.requireOpen();
                attempt.measuredBlock(part, summary);
                attempt.entry.measuredBlock();
            }
        });
    }

    /**
     * The blocks before the one that an attempt measures, in their order; none if its entry is measured at once.
     *
     * @throws RefusedException.Missing if there is no such attempt
     */
    @Transactional
    public List<Run> blocksBefore(UUID attempt) {
        return AttemptRow.listBlocks(attempt(attempt).entry);
    }

    private static AttemptRow attempt(UUID id) {
        return AttemptRow.findLocked(id)
                .orElseThrow(() -> new RefusedException.Missing("There is no attempt " + id + "."));
    }

    /**
     * @param note why there is no run, in words for readers
     * @throws RefusedException.Missing if there is no such round or it does not have the offering
     * @throws RefusedException.Conflict if the entry already ended in another way
     */
    @Transactional
    public void fail(String label, Offering offering, String note) {
        RoundEntryRow entry = RoundEntryRow.get(label, offering);
        entry.requireOpen();
        entry.fail(note);
    }

    /**
     * Shows the round to readers: in one transaction the round becomes published and the pointer moves, so that everybody
     * sees the old board or the new one. A round that is published already stays as it is.
     *
     * @throws RefusedException.Missing if there is no such round
     * @throws RefusedException.Conflict if it is cancelled or one of its entries has not ended
     */
    @Retry(
            maxRetries = 10,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            jitter = 1,
            jitterDelayUnit = ChronoUnit.SECONDS,
            maxDuration = 2,
            durationUnit = ChronoUnit.MINUTES)
    @RetryWhen(exception = LostConnection.class)
    public Publication publish(String label, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            RoundRow round = RoundRow.get(label);
            if (round.state == StoredRound.State.PUBLISHED) {
                return PublicationRow.current().orElseThrow();
            }
            round.requireFinished();
            round.state = StoredRound.State.PUBLISHED;
            round.finishedAt = at;
            round.publishedAt = at;
            OccurrenceRow.add(round, Occurrence.Kind.PUBLISHED, at);
            return PublicationRow.moveTo(round, at);
        });
    }

    /**
     * Publishes the round under way if its last entry has ended. Several workers may try at once; one of them does it. After
     * three times that it could not be done, though each was tried for a minute or two, it rests for a while.
     *
     * @return the label of the round that was published now
     */
    @CircuitBreaker(requestVolumeThreshold = 3, failureRatio = 1, delay = 30, delayUnit = ChronoUnit.SECONDS)
    @CircuitBreakerName(PUBLISHING)
    public Optional<String> publishFinished(Instant at) {
        Optional<String> finished = QuarkusTransaction.requiringNew()
                .call(() -> RoundRow.lockUnderWay().filter(RoundRow::finished).map(round -> round.label));
        finished.ifPresent(label -> publish(label, at));
        return finished;
    }

    /**
     * Ends the round under way without publishing it: what it measured stays stored and is not shown. Its workers stop at
     * their next sign of life.
     *
     * @throws RefusedException.Missing if there is no such round
     * @throws RefusedException.Conflict if it is not under way
     */
    @Transactional
    public void cancel(String label, Instant at) {
        RoundRow round = RoundRow.lockUnderWay()
                .filter(found -> found.label.equals(label))
                .orElseThrow(() ->
                        new RefusedException.Conflict("The round " + RoundRow.get(label).label + " is not under way."));
        AttemptRow.listRunning(round).forEach(attempt -> attempt.end(AttemptRecord.State.CANCELLED, null));
        round.entries.stream().filter(RoundEntryRow::open).forEach(RoundEntryRow::cancel);
        round.state = StoredRound.State.CANCELLED;
        round.finishedAt = at;
        OccurrenceRow.add(round, Occurrence.Kind.CANCELLED, at);
    }
}
