package org.llmperf.leaderboard.board;

import java.time.Instant;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;

/**
 * An offering's figure has another level from one round on.
 *
 * @param roundLabel the first round of the new level
 * @param before median of the five rounds before
 * @param after median of the five rounds from then on, or of those that there are
 * @param rounds how many there are from then on
 * @param fresh whether it could not be told before the newest round
 */
public record Change(
        Offering offering,
        Metric metric,
        String roundLabel,
        Instant measuredAt,
        double before,
        double after,
        int rounds,
        boolean fresh) {

    public boolean worse() {
        return metric.better().prefers(before, after);
    }

    /** A share of what was before; of a success rate the difference itself. */
    public double relative() {
        return metric == Metric.SUCCESS_RATE ? after - before : after / before - 1;
    }
}
