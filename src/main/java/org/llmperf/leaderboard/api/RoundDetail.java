package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.llmperf.leaderboard.api.LeaderboardBody.ProviderRef;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRound;

/**
 * One round whole.
 *
 * @param blocks in which each run's requests are sent; 1 if they are sent at once
 * @param windowSeconds over which the starts of the blocks are spread
 * @param entries in the order of measuring, those not measured last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoundDetail(
        String label,
        String state,
        String region,
        String scenario,
        int scenarioVersion,
        String methodVersion,
        Instant startedAt,
        Instant finishedAt,
        Instant publishedAt,
        int blocks,
        long windowSeconds,
        List<Entry> entries,
        boolean synthetic) {

    /**
     * A round in a list.
     *
     * @param state {@code running} or {@code published}
     * @param offerings that it was to measure or had to leave out
     * @param measured those of them with a finished run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String label,
            String state,
            String region,
            String scenario,
            int scenarioVersion,
            String methodVersion,
            Instant startedAt,
            Instant finishedAt,
            Instant publishedAt,
            long offerings,
            long measured) {
        static Item of(RoundHead round) {
            return new Item(
                    round.label(),
                    id(round.state()),
                    round.region(),
                    round.scenarioId(),
                    round.scenarioVersion(),
                    round.methodVersion(),
                    round.startedAt(),
                    round.finishedAt().orElse(null),
                    round.publishedAt().orElse(null),
                    round.offerings(),
                    round.measured());
        }
    }

    /**
     * One offering's place in the round.
     *
     * @param state {@code planned}, {@code running}, {@code measured}, {@code failed} or {@code not_measured}
     * @param note why it was not measured
     * @param runId of its published run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            ProviderRef provider,
            String model,
            String state,
            int finishedRequests,
            int plannedRequests,
            String note,
            UUID runId) {
        static Entry of(RoundEntry entry) {
            return new Entry(
                    ProviderRef.of(entry.offering()),
                    entry.offering().model().slug(),
                    id(entry.state()),
                    entry.finishedRequests(),
                    entry.plannedRequests(),
                    entry.note().orElse(null),
                    entry.runId().orElse(null));
        }
    }

    static RoundDetail of(StoredRound round, boolean synthetic) {
        return new RoundDetail(
                round.label(),
                id(round.state()),
                round.region(),
                round.scenarioId(),
                round.scenarioVersion(),
                round.methodVersion(),
                round.startedAt(),
                round.finishedAt().orElse(null),
                round.publishedAt().orElse(null),
                round.spreading().blocks(),
                round.spreading().window().toSeconds(),
                round.entries().stream().map(Entry::of).toList(),
                synthetic);
    }

    private static String id(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
