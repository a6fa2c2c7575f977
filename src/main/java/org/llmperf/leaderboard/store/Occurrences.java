package org.llmperf.leaderboard.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What happened and was not told yet. */
@ApplicationScoped
public class Occurrences {
    /** With four times as long between two as between the two before, from a minute on: 85 minutes in all. */
    static final int TRIES = 5;

    private static final Logger LOG = Logger.getLogger(Occurrences.class);
    private static final int LONGER = 4;

    /**
     * One that failed as often as it may.
     *
     * @param trouble what went wrong the last time
     */
    public record SetAside(Occurrence occurrence, String trouble) {}

    /**
     * Takes the oldest one that is due and tells it, in one transaction: what the teller stores is there when it counts as told,
     * and only then. One whose telling fails is put off, so that those after it are told.
     *
     * @return whether there was one that nobody else tells
     */
    public boolean tellOldest(Consumer<Occurrence> teller, Instant at) {
        var telling = new AtomicReference<UUID>();
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> OccurrenceRow.lockOldestOpen(at)
                            .map(row -> {
                                telling.set(row.id);
                                teller.accept(row.toOccurrence());
                                row.toldAt = at;
                                return row;
                            })
                            .isPresent());
        } catch (RuntimeException e) {
            if (telling.get() == null) {
                throw e;
            }
            LOG.errorf(e, "what happened cannot be told: occurrence %s", telling.get());
            QuarkusTransaction.requiringNew()
                    .run(() -> OccurrenceRow.<OccurrenceRow>findByIdOptional(telling.get())
                            .ifPresent(row -> row.failed(String.valueOf(e), at)));
            return true;
        }
    }

    /** After so many that failed. */
    static Duration pause(int tries) {
        return Duration.ofMinutes((long) Math.pow(LONGER, tries - 1));
    }

    /** The oldest first. */
    @Transactional
    public List<SetAside> setAside() {
        return OccurrenceRow.listSetAside().stream()
                .map(row -> new SetAside(row.toOccurrence(), row.trouble))
                .toList();
    }

    /**
     * Has one that was set aside told again, as often as a new one.
     *
     * @throws RefusedException.Missing if there is none
     */
    @Transactional
    public void tryAgain(UUID id) {
        Optional<OccurrenceRow> found = OccurrenceRow.findByIdOptional(id);
        found.filter(row -> row.toldAt == null && row.triesLeft == 0)
                .orElseThrow(() -> new RefusedException.Missing("Nothing of this number was set aside."))
                .tryAgain();
    }
}
