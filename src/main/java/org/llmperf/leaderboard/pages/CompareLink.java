package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.store.StoredRun;

/** From results in other forms to the same ones beside each other. */
final class CompareLink {
    private CompareLink() {}

    /** The first of a board, in its order; absent while there is nothing to compare. */
    static Optional<String> of(Board board, Optional<String> round) {
        List<String> providers = board.runs().stream()
                .map(run -> run.offering().provider().slug())
                .limit(CompareQuery.MOST)
                .toList();
        return link(board.model(), providers)
                .map(query -> query.withRound(round).href());
    }

    /**
     * One run beside the first of its competitors; absent if there are none.
     *
     * @param ranked the best first
     */
    static Optional<String> of(StoredRun run, List<StoredRun> ranked) {
        String slug = run.offering().provider().slug();
        Stream<String> others = ranked.stream()
                .map(other -> other.offering().provider().slug())
                .filter(other -> !other.equals(slug))
                .limit(CompareQuery.MOST / 2L);
        return link(
                        run.offering().model().slug(),
                        Stream.concat(Stream.of(slug), others).toList())
                .map(CompareQuery::href);
    }

    private static Optional<CompareQuery> link(String model, List<String> providers) {
        return providers.size() < CompareQuery.FEWEST
                ? Optional.empty()
                : Optional.of(CompareQuery.of(model, providers));
    }
}
