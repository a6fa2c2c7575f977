package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.measurement.ReproduceCommand;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * One model at one provider.
 *
 * @param newest absent before its first published run
 * @param note why the newest round has no result of it
 * @param history its published runs, newest first
 * @param settings how it is asked for
 * @param reproduce a command that repeats its newest run
 */
public record OfferingView(
        Offering offering,
        Optional<StoredRun> newest,
        Optional<String> note,
        List<TopicRow> topics,
        List<MedianColumn> columns,
        List<HistoryRow> history,
        List<Entry> settings,
        Optional<String> reproduce) {

    /**
     * One metric of the newest run.
     *
     * @param board address of the board by this metric
     */
    public record TopicRow(
            Topic topic, Ranks ranks, String value, String interval, Optional<Sparkline> weeks, String board) {}

    public record HistoryRow(StoredRun run, List<Badge> badges, List<String> medians, SuccessText success) {}

    /**
     * @param runs published ones of the offering, newest first
     * @param competitors newest runs of all offerings of the model
     */
    static OfferingView of(
            Offering offering,
            List<StoredRun> runs,
            List<StoredRun> competitors,
            Boards boards,
            Optional<String> note) {
        Optional<StoredRun> newest = runs.stream().findFirst();
        Map<Topic, NumberStyle> styles = MedianColumn.styles(runs);
        var entries = new ArrayList<>(Settings.of(offering));
        offering.provider().baseUrl().ifPresent(url -> entries.add(Entry.code("Base URL", url.toString())));
        return new OfferingView(
                offering,
                newest,
                note,
                newest.map(run -> topics(run, runs, competitors, boards)).orElse(List.of()),
                MedianColumn.of(styles),
                runs.stream()
                        .map(run -> new HistoryRow(
                                run,
                                Badge.of(run, run.roundLabel()),
                                RoundRow.medians(run, styles),
                                SuccessText.of(run.summary())))
                        .toList(),
                entries,
                newest.map(run -> ReproduceCommand.of(run.configuration())));
    }

    private static List<TopicRow> topics(
            StoredRun newest, List<StoredRun> runs, List<StoredRun> competitors, Boards boards) {
        var oldestFirst = new ArrayList<>(runs.subList(0, Math.min(History.WEEKS, runs.size())));
        Collections.reverse(oldestFirst);
        var past = new History(oldestFirst.stream()
                .map(run -> new History.Week(run.roundLabel(), List.of(run)))
                .toList());
        String model = newest.offering().model().slug();
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Estimate.of(newest.summary(), topic.metric())
                        .map(estimate -> {
                            NumberStyle style = NumberStyle.of(
                                    topic.metric(), estimate.interval().stream().toList());
                            return new TopicRow(
                                    topic,
                                    Ranks.of(newest, competitors, topic.metric(), boards),
                                    style.withUnit(estimate.value()),
                                    estimate.interval().map(style::text).orElse("–"),
                                    Sparkline.of(past.of(newest.offering().slug(), topic.metric()), style),
                                    BoardQuery.DEFAULT
                                            .withModel(model)
                                            .with(topic)
                                            .href());
                        })
                        .stream())
                .toList();
    }
}
