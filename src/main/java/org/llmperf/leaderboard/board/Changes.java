package org.llmperf.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.FigurePoint;
import org.llmperf.leaderboard.store.FigureState;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;
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
    private final AtomicReference<Kept> kept = new AtomicReference<>();

    /** What was found in one state of the board. */
    private record Kept(FigureState state, List<Change> all) {}

    public Changes(Results results) {
        this.results = results;
    }

    /** Of every offering that the registry has, the newest first. Kept until a run is published, withheld or let in again. */
    public List<Change> all() {
        FigureState state = results.figureState();
        Kept known = kept.get();
        if (known == null || !known.state().equals(state)) {
            known = new Kept(state, find());
            kept.set(known);
        }
        return known.all();
    }

    private List<Change> find() {
        Map<String, Offering> offerings =
                results.registry().offerings().stream().collect(Collectors.toMap(Offering::slug, Function.identity()));
        List<String> comparable = comparable(results.rounds(1, ROUNDS).items());
        var changes = new ArrayList<Change>();
        for (Metric metric : Metric.RANKABLE) {
            results.figures(metric, comparable).stream()
                    .collect(Collectors.groupingBy(FigurePoint::offeringSlug))
                    .forEach((slug, points) -> changes.addAll(of(offerings.get(slug), metric, points)));
        }
        changes.sort(Comparator.comparing(Change::measuredAt)
                .reversed()
                .thenComparing(change -> change.offering().slug())
                .thenComparing(Change::metric));
        return changes;
    }

    /** Labels of those that were measured as the newest one is: a move of our own is nobody's shift. */
    private static List<String> comparable(List<RoundHead> newestFirst) {
        Optional<RoundHead> newest =
                newestFirst.stream().filter(RoundHead::published).findFirst();
        return newestFirst.stream()
                .filter(round -> newest.filter(other -> alike(round, other)).isPresent())
                .map(RoundHead::label)
                .toList();
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
    static List<Change> of(Offering offering, Metric metric, List<FigurePoint> points) {
        Shifts.Scale scale = metric == Metric.SUCCESS_RATE ? Shifts.Scale.DIFFERENCE : Shifts.Scale.RATIO;
        List<FigurePoint> comparable = points.stream()
                .filter(point ->
                        scale == Shifts.Scale.DIFFERENCE || point.value().value() > 0)
                .toList();
        List<SeriesValue> series = comparable.stream().map(FigurePoint::value).toList();
        List<Shift> shifts = Shifts.of(series, scale);
        if (shifts.isEmpty()) {
            return List.of();
        }
        List<Shift> before = Shifts.of(series.subList(0, series.size() - 1), scale);
        return shifts.stream()
                .map(shift -> new Change(
                        offering,
                        metric,
                        comparable.get(shift.at()).roundLabel(),
                        comparable.get(shift.at()).measuredAt(),
                        shift.before(),
                        shift.after(),
                        series.size() - shift.at(),
                        series.size() - shift.at() <= Shifts.WINDOW + SAME
                                && before.stream().noneMatch(known -> Math.abs(known.at() - shift.at()) <= SAME)))
                .toList();
    }
}
