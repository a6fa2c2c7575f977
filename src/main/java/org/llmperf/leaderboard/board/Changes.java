package org.llmperf.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.SeriesValue;
import org.llmperf.leaderboard.summary.Shift;
import org.llmperf.leaderboard.summary.Shifts;

/** The rounds from which on figures lie elsewhere, of two years. Found when asked for: they follow from what is published. */
@ApplicationScoped
public class Changes {
    private static final int ROUNDS = 104;

    /** Where a shift is found may move by so much when the next round comes. */
    private static final int SAME = 2;

    private final Results results;
    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept(-1, List.of()));

    /** What was found in one state of the board. */
    private record Kept(long edition, List<Change> all) {}

    public Changes(Results results) {
        this.results = results;
    }

    /** Of every offering that the registry still has, the newest first. Kept until readers see something else. */
    public List<Change> all() {
        long edition = results.edition().number();
        Kept known = kept.get();
        if (known.edition() != edition) {
            known = new Kept(edition, of(results.measuredModels()));
            kept.set(known);
        }
        return known.all();
    }

    /** Of these models, the newest first. */
    public List<Change> of(List<String> models) {
        List<Offering> offerings = results.registry().offerings();
        Set<String> comparable = comparable(results.rounds(1, ROUNDS).items());
        var changes = new ArrayList<Change>();
        for (String model : models) {
            List<Offering> ofModel = offerings.stream()
                    .filter(offering -> offering.model().slug().equals(model))
                    .toList();
            for (Metric metric : Metric.RANKABLE) {
                List<HistoryPoint> points = results.history(model, metric, ROUNDS);
                for (Offering offering : ofModel) {
                    changes.addAll(of(
                            offering,
                            metric,
                            points.stream()
                                    .filter(point -> point.offeringSlug().equals(offering.slug()))
                                    .filter(point -> comparable.contains(point.roundLabel()))
                                    .toList()));
                }
            }
        }
        changes.sort(Comparator.comparing(Change::measuredAt)
                .reversed()
                .thenComparing(change -> change.offering().slug()));
        return changes;
    }

    /** Labels of those that were measured as the newest one is: a move of our own is nobody's shift. */
    private static Set<String> comparable(List<RoundHead> newestFirst) {
        Optional<RoundHead> newest =
                newestFirst.stream().filter(RoundHead::published).findFirst();
        return newestFirst.stream()
                .filter(round -> newest.filter(other -> alike(round, other)).isPresent())
                .map(RoundHead::label)
                .collect(Collectors.toSet());
    }

    private static boolean alike(RoundHead one, RoundHead other) {
        return one.region().equals(other.region())
                && one.scenarioId().equals(other.scenarioId())
                && one.scenarioVersion() == other.scenarioVersion()
                && one.methodVersion().equals(other.methodVersion());
    }

    /**
     * @param points of the offering in the metric, the oldest first
     */
    static List<Change> of(Offering offering, Metric metric, List<HistoryPoint> points) {
        Shifts.Scale scale = metric == Metric.SUCCESS_RATE ? Shifts.Scale.DIFFERENCE : Shifts.Scale.RATIO;
        List<HistoryPoint> valid = points.stream()
                .filter(point -> point.verdict().valid() && value(metric, point).isPresent())
                .toList();
        List<SeriesValue> series =
                valid.stream().flatMap(point -> value(metric, point).stream()).toList();
        List<Shift> before = series.isEmpty() ? List.of() : Shifts.of(series.subList(0, series.size() - 1), scale);
        return Shifts.of(series, scale).stream()
                .map(shift -> new Change(
                        offering,
                        metric,
                        valid.get(shift.at()).roundLabel(),
                        valid.get(shift.at()).measuredAt(),
                        shift.before(),
                        shift.after(),
                        series.size() - shift.at(),
                        series.size() - shift.at() <= Shifts.WINDOW + SAME
                                && before.stream().noneMatch(known -> Math.abs(known.at() - shift.at()) <= SAME)))
                .toList();
    }

    private static Optional<SeriesValue> value(Metric metric, HistoryPoint point) {
        return metric == Metric.SUCCESS_RATE
                ? point.success().map(success -> new SeriesValue(success.rate(), Optional.of(success.interval())))
                : point.spread()
                        .map(spread -> new SeriesValue(spread.quantile(Quantile.P50), spread.median()))
                        .filter(known -> known.value() > 0);
    }
}
