package org.llmperf.leaderboard.store;

import java.time.Instant;
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
    static final String SELECT = """
            select round.label, round.state, round.region, round.scenario, round.scenarioVersion, round.methodVersion,
                round.startedAt, round.finishedAt, round.publishedAt,
                (select count(*) from RoundEntryRow entry where entry.round = round),
                (select count(*) from RoundEntryRow entry where entry.round = round and entry.state = MEASURED)
            from RoundRow round where round.state <> ?1 order by round.startedAt desc, round.id desc""";

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
