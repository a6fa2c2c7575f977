package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.store.Results;

/**
 * The last published rounds in one metric.
 *
 * @param rounds their labels, the oldest first
 */
record History(Metric metric, List<String> rounds, Map<Spot, HistoryPoint> points) {
    static final int WEEKS = 12;

    /** Where a point stands. */
    record Spot(String offeringSlug, String round) {}

    static History of(Metric metric, List<String> rounds, List<HistoryPoint> points) {
        return new History(
                metric,
                rounds,
                points.stream()
                        .collect(Collectors.toMap(
                                point -> new Spot(point.offeringSlug(), point.roundLabel()),
                                point -> point,
                                (first, second) -> first)));
    }

    static History read(Results results, String model, Metric metric) {
        List<String> rounds = new ArrayList<>(results.publishedLabels(WEEKS));
        Collections.reverse(rounds);
        return of(metric, rounds, results.history(model, metric, WEEKS));
    }

    boolean told() {
        return rounds.size() > 1;
    }

    /** Their labels, the newest first. */
    List<String> newestFirst() {
        var labels = new ArrayList<>(rounds);
        Collections.reverse(labels);
        return labels;
    }

    /** One value for each round, absent where the offering has no valid one. */
    List<OptionalDouble> of(String offeringSlug) {
        return rounds.stream()
                .map(label -> point(offeringSlug, label)
                        .filter(point -> point.verdict().ofProvider())
                        .flatMap(point -> Estimate.of(point, metric))
                        .stream()
                        .mapToDouble(Estimate::value)
                        .findFirst())
                .toList();
    }

    Optional<HistoryPoint> point(String offeringSlug, String round) {
        return Optional.ofNullable(points.get(new Spot(offeringSlug, round)));
    }
}
