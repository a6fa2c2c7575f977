package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRound;

/**
 * The top of every page.
 *
 * @param newest the round that readers see now; absent before the first
 */
public record Masthead(Place place, Optional<StoredRound> newest) {

    public static Masthead of(Place place, Results results) {
        return new Masthead(
                place, results.publication().map(Publication::roundLabel).flatMap(results::round));
    }

    /** For pages that must not fail, whatever the database does. */
    public static Masthead bare() {
        return new Masthead(Place.ELSEWHERE, Optional.empty());
    }

    public List<Place> menu() {
        return Place.inMenu();
    }
}
