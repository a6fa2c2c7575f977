package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.function.Consumer;

/** What happened and was not told yet. */
@ApplicationScoped
public class Occurrences {

    /**
     * Takes the oldest one and tells it, in one transaction: what the teller stores is there when it counts as told, and only
     * then.
     *
     * @return whether there was one that nobody else tells
     */
    @Transactional
    public boolean tellOldest(Consumer<Occurrence> teller, Instant at) {
        return OccurrenceRow.lockOldestOpen()
                .map(row -> {
                    teller.accept(row.toOccurrence());
                    row.toldAt = at;
                    return row;
                })
                .isPresent();
    }
}
