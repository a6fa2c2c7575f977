package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;

/**
 * The top of every page.
 *
 * @param newest the round that readers see now; absent before the first
 */
public record Masthead(Place place, Optional<RoundHead> newest) {

    public static Masthead of(Place place, Results results) {
        return new Masthead(place, results.newestRound());
    }

    /** For pages that must not fail, whatever the database does. */
    public static Masthead bare() {
        return new Masthead(Place.ELSEWHERE, Optional.empty());
    }

    public List<Place> menu() {
        return Place.inMenu();
    }
}
