package org.llmperf.leaderboard.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * The life of a round: open, each entry started, in progress, complete or failed, then published as a whole. Until then
 * readers see that it is under way and nothing of its results.
 *
 * <p>Storing a run and publishing outlast a lost connection: they are tried again for about a minute, each time in a new
 * transaction, and both do nothing if the lost attempt had in truth succeeded. So the transaction is made inside the
 * method: by annotation it would lie around all attempts.
 */
@ApplicationScoped
public class Rounds {

    /** Whether no round was ever published, so that the first one should start at once. */
    @Transactional
    public boolean isEmpty() {
        return PublicationRow.current().isEmpty();
    }

    /**
     * @return the label of the new round
     * @throws IllegalStateException if another one is under way, or the database holds invented results
     * @throws IllegalArgumentException if an offering is not in the catalogue
     */
    @Transactional
    public String open(RoundPlan plan) {
        RoundRow.findUnderWay().ifPresent(other -> {
            throw new IllegalStateException("The round " + other.label + " is under way.");
        });
        if (EditionRow.holdsSynthetic()) {
            throw new IllegalStateException(
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
     * @throws IllegalArgumentException if there is no such round or it does not have the offering
     */
    @Transactional
    public void entryStarted(String label, Offering offering) {
        RoundEntryRow.get(label, offering).state = RoundEntry.State.RUNNING;
    }

    /**
     * Says how far the entry that is running has come. One small statement, cheap enough for each request.
     *
     * @param finished requests; a smaller number than before changes nothing
     */
    @Transactional
    public void progress(String label, Offering offering, int finished) {
        RoundEntryRow.progress(label, offering, finished);
    }

    /**
     * Stores a run, its requests and its figures, all or nothing. A run that is stored already is left as it is.
     *
     * @throws IllegalArgumentException if there is no such round or it does not have the run's offering
     * @throws IllegalStateException if the entry already ended in another way
     */
    @Retry(
            maxRetries = 10,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
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
            RunRow.of(entry, run, summary).persist();
            run.requests().forEach(request -> RequestRow.of(run.id(), request).persist());
            RunRow.flush();
            entry.measured(run);
        });
    }

    /**
     * @param note why there is no run, in words for readers
     * @throws IllegalArgumentException if there is no such round or it does not have the offering
     * @throws IllegalStateException if the entry already ended in another way
     */
    @Transactional
    public void fail(String label, Offering offering, String note) {
        RoundEntryRow entry = RoundEntryRow.get(label, offering);
        entry.requireOpen();
        entry.state = RoundEntry.State.FAILED;
        entry.note = CleanText.of(note);
    }

    /**
     * Shows the round to readers: in one transaction the round becomes published and the pointer moves, so that everybody
     * sees the old board or the new one. A round that is published already stays as it is.
     *
     * @throws IllegalArgumentException if there is no such round
     * @throws IllegalStateException if it is interrupted or one of its entries has not ended
     */
    @Retry(
            maxRetries = 10,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
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
            return PublicationRow.moveTo(round, at);
        });
    }

    /**
     * Ends the round that a dead process left behind. To be called by the process that measures, when it starts; any other one
     * would end a round that is really under way.
     *
     * @return the labels of the rounds that were interrupted
     */
    @Transactional
    public List<String> interruptUnfinished(Instant at) {
        return RoundRow.findUnderWay().stream()
                .map(round -> {
                    round.state = StoredRound.State.INTERRUPTED;
                    round.finishedAt = at;
                    return round.label;
                })
                .toList();
    }
}
