package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A round as a list shows it, read without its entries. */
record RoundHeadRow(
        String label,
        StoredRound.State state,
        String region,
        String scenario,
        int scenarioVersion,
        String methodVersion,
        Instant startedAt,
        Instant finishedAt,
        Instant publishedAt,
        long offerings,
        long measured) {
    private static final String SELECT = """
            select round.label, round.state, round.region, round.scenario, round.scenarioVersion, round.methodVersion,
                round.startedAt, round.finishedAt, round.publishedAt,
                (select count(*) from RoundEntryRow entry where entry.round = round),
                (select count(*) from RoundEntryRow entry where entry.round = round and entry.state = MEASURED)
            from RoundRow round""";

    /**
     * The newest first.
     *
     * @param page from 1
     */
    static List<RoundHeadRow> listNotCancelled(int page, int size) {
        return RoundRow.find(
                        SELECT + " where round.state <> ?1 order by round.startedAt desc, round.id desc",
                        StoredRound.State.CANCELLED)
                .page(page - 1, size)
                .project(RoundHeadRow.class)
                .list();
    }

    static Optional<RoundHeadRow> find(String label) {
        return RoundRow.find(SELECT + " where round.label = ?1", label)
                .project(RoundHeadRow.class)
                .firstResultOptional();
    }

    RoundHead toHead() {
        return new RoundHead(
                label,
                state,
                region,
                scenario,
                scenarioVersion,
                methodVersion,
                startedAt,
                Optional.ofNullable(finishedAt),
                Optional.ofNullable(publishedAt),
                offerings,
                measured);
    }
}
