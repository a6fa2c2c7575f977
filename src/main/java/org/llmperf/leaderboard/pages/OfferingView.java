package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.measurement.ReproduceCommand;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * One model at one provider.
 *
 * @param newest absent before its first published run
 * @param note why the newest round has no result of it
 * @param runs its published ones of the shown weeks, newest first
 * @param settings how it is asked for
 * @param compare address of its newest run beside the best ones; absent while it is alone
 * @param reproduce a command that repeats its newest run
 */
public record OfferingView(
        Offering offering,
        Optional<StoredRun> newest,
        Optional<String> note,
        List<TopicRow> topics,
        List<StoredRun> runs,
        List<Entry> settings,
        Optional<String> compare,
        Optional<String> reproduce) {

    /**
     * One metric of the newest run.
     *
     * @param tail the slow end, with its name; empty where there is none
     * @param board address of the board by this metric
     */
    public record TopicRow(
            Topic topic,
            Ranks ranks,
            String value,
            String interval,
            String tail,
            Optional<Sparkline> weeks,
            String board) {}

    /**
     * @param runs published ones of the offering, newest first
     * @param rounds labels of the shown rounds, the oldest first
     * @param competitors newest runs of all offerings of the model
     */
    static OfferingView of(
            Offering offering,
            List<StoredRun> runs,
            List<String> rounds,
            List<StoredRun> competitors,
            Boards boards,
            Optional<String> note) {
        Optional<StoredRun> newest = runs.stream().findFirst();
        var entries = new ArrayList<>(Settings.of(offering));
        offering.provider().baseUrl().ifPresent(url -> entries.add(Entry.code("Base URL", url.toString())));
        return new OfferingView(
                offering,
                newest,
                note,
                newest.map(run -> topics(run, runs, rounds, competitors, boards))
                        .orElse(List.of()),
                runs,
                entries,
                newest.flatMap(run -> CompareLink.of(run, ranked(competitors, boards))),
                newest.map(run -> ReproduceCommand.of(run.configuration())));
    }

    private static List<StoredRun> ranked(List<StoredRun> runs, Boards boards) {
        return boards.rank(Topic.FIRST_TOKEN.metric(), runs).standings().stream()
                .map(Standing::key)
                .toList();
    }

    private static List<TopicRow> topics(
            StoredRun newest, List<StoredRun> runs, List<String> rounds, List<StoredRun> competitors, Boards boards) {
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
                                    tail(newest, topic, style),
                                    Sparkline.of(weeks(runs, rounds, topic), style),
                                    BoardQuery.DEFAULT
                                            .withModel(model)
                                            .with(topic)
                                            .href());
                        })
                        .stream())
                .toList();
    }

    private static String tail(StoredRun run, Topic topic, NumberStyle style) {
        return run.summary()
                .distribution(topic.metric())
                .map(spread -> topic.tail().id() + " " + style.text(spread.quantile(topic.tail())))
                .orElse("");
    }

    /** The oldest first. */
    private static List<OptionalDouble> weeks(List<StoredRun> runs, List<String> rounds, Topic topic) {
        return rounds.stream()
                .map(round -> runs.stream()
                        .filter(run ->
                                run.roundLabel().equals(round) && run.verdict().valid())
                        .flatMap(run -> Estimate.of(run.summary(), topic.metric()).stream())
                        .mapToDouble(Estimate::value)
                        .findFirst())
                .toList();
    }
}
