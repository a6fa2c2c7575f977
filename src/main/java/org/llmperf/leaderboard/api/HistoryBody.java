package org.llmperf.leaderboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.llmperf.leaderboard.api.LeaderboardBody.MetricBody;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.store.Page;

/**
 * One offering's series in one metric, the oldest round first.
 *
 * @param points of this page; a round that did not measure the offering has none
 */
public record HistoryBody(
        String provider,
        String model,
        MetricBody metric,
        List<Point> points,
        int page,
        int size,
        long total,
        boolean synthetic) {

    /**
     * One round's word.
     *
     * @param verdict {@code valid}; {@code down} where the provider answered nothing; {@code suspect} or {@code invalid} for a run
     *     that says nothing of the provider
     * @param reason why it is not valid
     * @param figures absent for {@code success_rate}, and when no request succeeded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(
            String round,
            UUID runId,
            Instant measuredAt,
            String verdict,
            String reason,
            Double successRate,
            Double successRateLow,
            Double successRateHigh,
            Figures figures) {
        static Point of(HistoryPoint point) {
            return new Point(
                    point.roundLabel(),
                    point.runId(),
                    point.measuredAt(),
                    point.verdict().status().id(),
                    point.verdict().reason().orElse(null),
                    point.success().map(success -> success.rate()).orElse(null),
                    point.success().map(success -> success.interval().low()).orElse(null),
                    point.success().map(success -> success.interval().high()).orElse(null),
                    point.spread().map(Figures::of).orElse(null));
        }
    }

    static HistoryBody of(
            String provider, String model, MetricBody metric, Page<HistoryPoint> points, boolean synthetic) {
        return new HistoryBody(
                provider,
                model,
                metric,
                points.items().stream().map(Point::of).toList(),
                points.number(),
                points.size(),
                points.total(),
                synthetic);
    }
}
