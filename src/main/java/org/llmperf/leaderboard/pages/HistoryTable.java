package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.summary.Interval;

/**
 * One metric over published rounds: the table that the chart of a history is drawn from.
 *
 * @param rounds labels, the newest first
 * @param changes of the measurement itself within these rounds
 * @param text what the chart shows, in a sentence
 */
public record HistoryTable(
        Topic topic, String unit, List<String> rounds, List<Line> lines, List<RoundChange> changes, String text) {

    /** Whose line it is: a provider of one model, or a model of one provider. */
    record Subject(String offeringSlug, Series series, String name, String href, boolean simulated) {

        static Subject of(Provider provider, String model, Series series) {
            return new Subject(
                    provider.slug() + "/" + model,
                    series,
                    provider.name(),
                    "/providers/" + provider.slug(),
                    provider.simulated());
        }

        /** A line of the provider's page, named by its model. */
        static Subject of(Offering offering, Series series) {
            String model = offering.model().slug();
            return new Subject(offering.slug(), series, model, "/models/" + model, false);
        }
    }

    /**
     * @param cells one for each round; empty where it has no result
     */
    public record Line(Series series, String name, String href, boolean simulated, List<Optional<Value>> cells) {

        boolean told() {
            return cells.stream()
                    .flatMap(Optional::stream)
                    .anyMatch(value -> value.figure().isPresent());
        }
    }

    /**
     * @param figure absent for an invalid run, and for one without a value
     */
    public record Value(
            UUID runId, RunVerdict.Status verdict, Optional<Cell> figure, Optional<Cell> low, Optional<Cell> high) {}

    /** Whether there is a line to draw. */
    public boolean told() {
        return rounds.size() > 1 && lines.stream().anyMatch(Line::told);
    }

    /**
     * @param newestFirst published rounds
     */
    static HistoryTable of(
            Topic topic, List<RoundHead> newestFirst, List<Subject> subjects, List<HistoryPoint> points) {
        List<String> rounds = newestFirst.stream().map(RoundHead::label).toList();
        var oldestFirst = new ArrayList<>(rounds);
        Collections.reverse(oldestFirst);
        var history = History.of(topic.metric(), oldestFirst, points);
        NumberStyle style = NumberStyle.of(topic.metric(), intervals(topic, points));
        List<Line> lines = subjects.stream()
                .map(subject -> new Line(
                        subject.series(),
                        subject.name(),
                        subject.href(),
                        subject.simulated(),
                        rounds.stream()
                                .map(round -> history.point(subject.offeringSlug(), round)
                                        .map(point -> value(point, topic, style)))
                                .toList()))
                .toList();
        return new HistoryTable(
                topic,
                style.unit(),
                rounds,
                lines,
                RoundChange.among(newestFirst),
                HistoryText.of(subjects, history, style));
    }

    private static Value value(HistoryPoint point, Topic topic, NumberStyle style) {
        Optional<Estimate> estimate =
                point.verdict().ofProvider() ? Estimate.of(point, topic.metric()) : Optional.empty();
        Optional<Interval> interval = estimate.flatMap(Estimate::interval);
        return new Value(
                point.runId(),
                point.verdict().status(),
                estimate.map(known -> Cell.of(known.value(), style)),
                interval.map(ends -> Cell.of(ends.low(), style)),
                interval.map(ends -> Cell.of(ends.high(), style)));
    }

    private static List<Interval> intervals(Topic topic, List<HistoryPoint> points) {
        return points.stream()
                .flatMap(point -> Estimate.of(point, topic.metric()).stream())
                .flatMap(estimate -> estimate.interval().stream())
                .toList();
    }
}
