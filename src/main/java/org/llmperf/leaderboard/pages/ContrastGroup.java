package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Difference;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.ResampledMedian;

/**
 * All compared providers in one metric.
 *
 * @param scale of the drawn figures
 * @param differences scale of the drawn differences; empty where there is none
 */
public record ContrastGroup(Topic topic, String unit, String scale, String differences, List<Row> rows) {

    /**
     * @param value a dash for none
     * @param contrast absent for the one that the others are compared with
     */
    public record Row(
            ComparedSide side, String value, String interval, Optional<IntervalBar> bar, Optional<Contrast> contrast) {}

    /**
     * @param sides the first is what the others are compared with
     * @param unfit runs that may not be ranked in this metric, and so not be compared
     */
    static ContrastGroup of(Topic topic, List<ComparedSide> sides, Set<UUID> unfit) {
        Map<UUID, Difference> differences = differences(topic.metric(), sides, unfit);
        var scale = Contrast.Scale.of(topic, List.copyOf(differences.values()));
        List<Interval> intervals = sides.stream()
                .flatMap(side -> estimate(topic, side).stream())
                .flatMap(estimate -> estimate.interval().stream())
                .toList();
        NumberStyle style = NumberStyle.of(topic.metric(), intervals);
        Axis axis = axis(topic, sides);
        return new ContrastGroup(
                topic,
                style.unit(),
                axis.text(style),
                differences.isEmpty() ? "" : scale.ends(),
                sides.stream()
                        .map(side -> new Row(
                                side,
                                estimate(topic, side)
                                        .map(estimate -> style.text(estimate.value()))
                                        .orElse("–"),
                                estimate(topic, side)
                                        .flatMap(Estimate::interval)
                                        .map(style::text)
                                        .orElse(""),
                                estimate(topic, side)
                                        .flatMap(estimate -> estimate.interval()
                                                .map(interval -> IntervalBar.on(axis, estimate.value(), interval))),
                                side == sides.get(0)
                                        ? Optional.empty()
                                        : Optional.of(Optional.ofNullable(differences.get(
                                                        side.run().id()))
                                                .map(difference -> Contrast.of(topic, difference, scale))
                                                .orElse(Contrast.none("not compared")))))
                        .toList());
    }

    /**
     * What it says of one of them, for example {@code first token 0.11 s later (0.05–0.17 s)}.
     *
     * @param exact with the interval
     */
    String finding(ComparedSide side, boolean exact) {
        return rows.stream()
                .filter(row -> row.side == side)
                .flatMap(row -> row.contrast.stream())
                .map(contrast -> Format.uncapitalised(topic.heading())
                        + (contrast.told() ? " " : ": ")
                        + contrast.text()
                        + (exact && !contrast.range().isEmpty() ? " (" + contrast.range() + ")" : ""))
                .findFirst()
                .orElse("");
    }

    /** By the run that is compared with the first one. */
    private static Map<UUID, Difference> differences(Metric metric, List<ComparedSide> sides, Set<UUID> unfit) {
        List<ComparedSide> fit =
                sides.stream().filter(side -> !unfit.contains(side.run().id())).toList();
        if (fit.size() < 2 || fit.get(0) != sides.get(0)) {
            return Map.of();
        }
        Map<UUID, Difference> differences = new HashMap<>();
        Optional<ResampledMedian> first = fit.get(0).median(metric);
        for (ComparedSide other : fit.subList(1, fit.size())) {
            Optional<Difference> difference = metric.scope() == Metric.Scope.RUN
                    ? other.rateMinus(fit.get(0))
                    : first.flatMap(base -> other.median(metric).map(median -> median.minus(base)));
            difference.ifPresent(found -> differences.put(other.run().id(), found));
        }
        return differences;
    }

    private static Axis axis(Topic topic, List<ComparedSide> sides) {
        var ends = new ArrayList<Double>();
        sides.forEach(side -> estimate(topic, side).ifPresent(estimate -> {
            ends.add(estimate.value());
            estimate.interval().ifPresent(interval -> ends.addAll(List.of(interval.low(), interval.high())));
        }));
        return topic.spread() ? Axis.fromZero(ends) : Axis.shareNearOne(ends);
    }

    private static Optional<Estimate> estimate(Topic topic, ComparedSide side) {
        return Estimate.of(side.run().summary(), topic.metric());
    }
}
