package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRun;

/** Every provider of a model by every metric, of its newest run. */
public record RankTable(List<Column> columns, List<Row> rows) {

    /**
     * @param board address of the board by this metric
     */
    public record Column(Topic topic, String unit, String board) {}

    /**
     * @param failures by class, in words; empty when none failed
     */
    public record Row(
            Series series,
            StoredRun run,
            List<Badge> badges,
            List<Placing> placings,
            String failures,
            SuccessText success) {}

    /**
     * @param rank absent when it is not ranked
     * @param leads whether nobody is significantly better, and somebody is worse
     */
    public record Placing(Optional<String> rank, boolean leads, String value) {}

    static RankTable of(List<StoredRun> runs, Registry registry, Boards boards) {
        Map<Topic, Ranking<StoredRun>> rankings = new EnumMap<>(Topic.class);
        Arrays.stream(Topic.values()).forEach(topic -> rankings.put(topic, boards.rank(topic.metric(), runs)));
        var styles = new BoardColumns(BoardQuery.DEFAULT, runs);
        String newestRound =
                runs.stream().map(StoredRun::roundLabel).max(String::compareTo).orElse("");
        return new RankTable(
                Arrays.stream(Topic.values())
                        .map(topic -> new Column(topic, styles.style(topic).unit(), board(runs, topic)))
                        .toList(),
                runs.stream()
                        .map(run -> new Row(
                                Series.of(registry, run.offering().provider().slug()),
                                run,
                                Badge.of(run, newestRound),
                                rankings.entrySet().stream()
                                        .map(entry -> placing(run, entry.getValue(), styles.style(entry.getKey())))
                                        .toList(),
                                OutcomeCount.words(run.summary().outcomes()),
                                SuccessText.of(run.summary())))
                        .toList());
    }

    private static String board(List<StoredRun> runs, Topic topic) {
        return runs.stream()
                .findFirst()
                .map(run -> BoardQuery.DEFAULT
                        .withModel(run.offering().model().slug())
                        .with(topic)
                        .href())
                .orElse("/");
    }

    private static Placing placing(StoredRun run, Ranking<StoredRun> ranking, NumberStyle style) {
        var standing = ranking.standings().stream()
                .filter(one -> one.key().id().equals(run.id()))
                .findFirst();
        return new Placing(
                standing.map(Ranks::text),
                standing.filter(one -> one.best() == 1
                                && one.worst() < ranking.standings().size())
                        .isPresent(),
                Estimate.of(run.summary(), ranking.metric())
                        .map(estimate -> style.text(estimate.value()))
                        .orElse("–"));
    }
}
