package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * One model with all its providers over the rounds, by one metric.
 *
 * @param board address of the newest ranking
 * @param labels of the rounds, the newest first
 */
public record ModelView(
        String model,
        Topic topic,
        String unit,
        List<Choice> topics,
        String board,
        List<String> labels,
        List<Row> rows) {

    /**
     * @param cells one for each round, the newest first; empty where the round has no result of the provider
     */
    public record Row(Provider provider, Series series, Optional<Sparkline> weeks, List<Optional<Value>> cells) {}

    public record Value(StoredRun run, String text, String interval) {}

    static ModelView of(String model, Topic topic, Registry registry, History history) {
        List<StoredRun> all = history.rounds().stream()
                .flatMap(week -> week.runs().stream())
                .filter(run -> run.offering().model().slug().equals(model))
                .toList();
        BoardQuery query = BoardQuery.DEFAULT.withModel(model).with(topic);
        NumberStyle style = new BoardColumns(query, all).style(topic);
        List<String> labels = all.stream()
                .map(StoredRun::roundLabel)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        return new ModelView(
                model,
                topic,
                style.unit(),
                Arrays.stream(Topic.values())
                        .map(one -> new Choice(one.title(), "/models/" + model + "?metric=" + one.id(), one == topic))
                        .toList(),
                query.href(),
                labels,
                registry.offerings().stream()
                        .filter(offering -> offering.model().slug().equals(model))
                        .map(offering -> new Row(
                                offering.provider(),
                                Series.of(registry, offering.provider().slug()),
                                Sparkline.of(history.of(offering.slug(), topic.metric()), style),
                                labels.stream()
                                        .map(label -> value(offering, label, all, topic, style))
                                        .toList()))
                        .toList());
    }

    private static Optional<Value> value(
            Offering offering, String label, List<StoredRun> all, Topic topic, NumberStyle style) {
        return all.stream()
                .filter(run -> run.roundLabel().equals(label))
                .filter(run -> run.offering().slug().equals(offering.slug()))
                .findFirst()
                .flatMap(run -> Estimate.of(run.summary(), topic.metric())
                        .map(estimate -> new Value(
                                run,
                                style.text(estimate.value()),
                                estimate.interval().map(style::text).orElse("–"))));
    }

    /** Names of those whose rank begins with 1; a dash when nobody is ranked. */
    static String leaders(List<StoredRun> runs, Topic topic, Boards boards) {
        String names = boards.rank(topic.metric(), runs).standings().stream()
                .filter(standing -> standing.best() == 1)
                .map(standing -> standing.key().offering().provider().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }
}
