package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Difference;
import org.llmperf.leaderboard.summary.RateDifference;
import org.llmperf.leaderboard.summary.ResampledMedian;

/**
 * One provider among those that are compared, with its run in their round.
 *
 * @param values of each of its successful requests
 */
public record ComparedSide(Series series, StoredRun run, List<Badge> badges, List<Map<Metric, Double>> values) {

    public Provider provider() {
        return run.offering().provider();
    }

    public String name() {
        return provider().name();
    }

    public SuccessText success() {
        return SuccessText.of(run.summary());
    }

    double[] values(Metric metric) {
        return values.stream()
                .filter(request -> request.containsKey(metric))
                .mapToDouble(request -> request.get(metric))
                .toArray();
    }

    /** By how much this one exceeds the other; absent where either has too few values. */
    Optional<Difference> minus(ComparedSide other, Metric metric) {
        return metric.scope() == Metric.Scope.RUN
                ? rateMinus(other)
                : median(metric).flatMap(median -> other.median(metric).map(median::minus));
    }

    Optional<Difference> rateMinus(ComparedSide other) {
        return run.summary()
                .success()
                .flatMap(rate -> other.run.summary().success().map(base -> RateDifference.of(rate, base)));
    }

    /** Seeded by the run alone, so that its differences are the same whoever else is on the page. */
    Optional<ResampledMedian> median(Metric metric) {
        UUID id = run.id();
        return ResampledMedian.of(values(metric), id.getMostSignificantBits() ^ id.getLeastSignificantBits());
    }
}
