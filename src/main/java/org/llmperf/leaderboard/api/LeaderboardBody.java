package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Flag;

/**
 * A ranked board. Absent: {@code round} and rows before the first round is published.
 *
 * @param rows from the best value to the worst
 * @param unranked offerings without a rank, each with its reason
 * @param synthetic whether the results are invented ones, made for design and load
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeaderboardBody(
        RoundBody round, String model, MetricBody metric, List<Row> rows, List<Unranked> unranked, boolean synthetic) {

    public record RoundBody(
            String label, Instant startedAt, Instant finishedAt, String region, String scenario, String methodVersion) {
        static RoundBody of(RoundHead round) {
            return new RoundBody(
                    round.label(),
                    round.startedAt(),
                    round.finishedAt().orElse(null),
                    round.region(),
                    round.scenarioId(),
                    round.methodVersion());
        }
    }

    public record MetricBody(String id, String label, String unit, String better) {
        static MetricBody of(Metric metric) {
            return new MetricBody(
                    metric.id(), metric.label(), metric.unit(), metric.better().id());
        }
    }

    public record ProviderRef(String slug, String name) {
        static ProviderRef of(Offering offering) {
            return new ProviderRef(
                    offering.provider().slug(), offering.provider().name());
        }
    }

    /** What ranked and unranked rows tell alike. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Measured(
            ProviderRef provider,
            String model,
            UUID runId,
            Instant measuredAt,
            Summary.RequestCounts requests,
            Double successRate,
            Double successRateLow,
            Double successRateHigh,
            Map<String, Figures> metrics,
            List<String> flags) {

        static Measured of(StoredRun run) {
            Summary summary = Summary.of(run.summary());
            return new Measured(
                    ProviderRef.of(run.offering()),
                    run.offering().model().slug(),
                    run.id(),
                    run.startedAt(),
                    summary.requests(),
                    summary.successRate(),
                    summary.successRateLow(),
                    summary.successRateHigh(),
                    summary.metrics(),
                    Flag.of(run.offering(), run.summary()).stream()
                            .map(Flag::id)
                            .toList());
        }
    }

    /** Ranks from {@code rankLow} to {@code rankHigh} cannot be told apart; {@code rank} is the better end. */
    public record Row(
            int rank,
            int rankLow,
            int rankHigh,
            @JsonUnwrapped Measured measured) {
        static Row of(Standing<StoredRun> standing) {
            return new Row(standing.best(), standing.best(), standing.worst(), Measured.of(standing.key()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unranked(String reason, @JsonUnwrapped Measured measured) {
        static Unranked of(RoundEntry entry) {
            return new Unranked(
                    whyUnmeasured(entry),
                    new Measured(
                            ProviderRef.of(entry.offering()),
                            entry.offering().model().slug(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            List.of()));
        }
    }

    static String whyUnmeasured(RoundEntry entry) {
        return entry.note().orElse("not measured in this round");
    }

    static LeaderboardBody of(Board board, boolean synthetic) {
        var unranked = new ArrayList<Unranked>();
        board.ranking()
                .exclusions()
                .forEach(exclusion -> unranked.add(new Unranked(exclusion.reason(), Measured.of(exclusion.key()))));
        board.notMeasured().forEach(entry -> unranked.add(Unranked.of(entry)));
        return new LeaderboardBody(
                RoundBody.of(board.round()),
                board.model(),
                MetricBody.of(board.metric()),
                board.ranking().standings().stream().map(Row::of).toList(),
                unranked,
                synthetic);
    }
}
