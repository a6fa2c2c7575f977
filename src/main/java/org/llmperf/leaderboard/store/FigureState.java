package org.llmperf.leaderboard.store;

import java.util.Optional;

/**
 * Which figures count: the same as long as nothing is published, and no run withheld or let in again. Unlike the {@link Edition}
 * it knows nothing of words, plans and progress.
 *
 * @param decisions grows with each one of maintainers about a run
 */
public record FigureState(Optional<Publication> publication, long decisions) {}
