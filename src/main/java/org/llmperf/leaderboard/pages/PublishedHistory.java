package org.llmperf.leaderboard.pages;

import jakarta.enterprise.context.ApplicationScoped;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;

/** Keeps the history in memory: a dozen rounds are too much to read for each page, and they change only when a round is published. */
@ApplicationScoped
public class PublishedHistory {
    private final Results results;
    private volatile Kept kept = new Kept(-1, History.NONE);

    private record Kept(long serial, History history) {}

    public PublishedHistory(Results results) {
        this.results = results;
    }

    History newest() {
        long serial = results.publication().map(Publication::serial).orElse(-1L);
        Kept known = kept;
        if (known.serial != serial) {
            known = new Kept(serial, History.read(results));
            kept = known;
        }
        return known.history;
    }
}
