package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Providers' own tries. They are measured while nothing of a round is, and a round waits for the one that is under way: neither disturbs
 * the other's clock, nor asks a provider for more at one time than a round does.
 */
@ApplicationScoped
@Transactional
public class DryRuns {

    /**
     * @param perDay how many a provider may ask for on a day of UTC
     * @throws RefusedException.Conflict if one waits already, the day's are used up, or results are invented here
     */
    public UUID ask(Offering offering, int requests, int perDay, String by, Instant at) {
        if (EditionRow.holdsSynthetic()) {
            throw new RefusedException.Conflict("The results of this board are invented: nothing is measured.");
        }
        String provider = offering.provider().slug();
        ProviderRow.findById(provider, LockModeType.PESSIMISTIC_WRITE); // two at once would each see room for one
        if (DryRunRow.anyOpen(provider)) {
            throw new RefusedException.Conflict("Your last dry run has not ended yet.");
        }
        Instant today = at.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC);
        if (DryRunRow.countAsked(provider, today) >= perDay) {
            throw new RefusedException.Conflict(
                    "A provider has " + perDay + " dry runs a day; the next day begins at 00:00 UTC.");
        }
        var row = new DryRunRow();
        row.id = UUID.randomUUID();
        row.offering = OfferingRow.get(offering);
        row.requests = requests;
        row.state = DryRun.State.WAITING;
        row.askedBy = by;
        row.askedAt = at;
        row.persist();
        return row.id;
    }

    /** Gives the next one to a worker. Absent if there is none, or the round under way has something to measure. */
    public Optional<DryRun> claim(String worker, Duration lease) {
        DryRunRow.giveUpSilent();
        if (!DryRunRow.anyWaiting()) {
            return Optional.empty();
        }
        PublicationRow.lock(); // as a round does when it opens, and a worker when it takes an entry
        if (RoundEntryRow.anyAtWork()) {
            return Optional.empty();
        }
        return DryRunRow.lockNextWaiting().map(row -> {
            row.begin(worker, lease);
            return row.toDryRun();
        });
    }

    /**
     * @return false if it was given up meanwhile
     */
    public boolean renew(UUID id, Duration lease) {
        return DryRunRow.renew(id, lease);
    }

    /** Writes down a request that has ended, also of one that was given up meanwhile: it was paid for. */
    public void sent(UUID id, RequestTrace request) {
        DryRunRequestRow.of(id, request).persist();
    }

    /** One that was given up meanwhile stays so. */
    public void done(UUID id, Run run) {
        running(id).ifPresent(row -> {
            row.end(DryRun.State.DONE, null, run);
            DryRunRequestRow.forget(id); // the run has them
        });
    }

    /**
     * @param note why there is no run, in words for the provider
     */
    public void failed(UUID id, String note) {
        running(id).ifPresent(row -> row.end(DryRun.State.FAILED, note, null));
    }

    /** The newest first. */
    public List<DryRun> ofProvider(String provider, int limit) {
        return DryRunRow.ofProvider(provider, limit).stream()
                .map(DryRunRow::toDryRun)
                .toList();
    }

    private static Optional<DryRunRow> running(UUID id) {
        return DryRunRow.<DryRunRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.state == DryRun.State.RUNNING);
    }
}
