package org.llmperf.leaderboard.pages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * One round whole, by models.
 *
 * @param columns the same for every model
 */
public record RoundView(StoredRound round, RoundProgress progress, List<MedianColumn> columns, List<ModelRows> models) {

    /**
     * @param board address of the ranked board of this round; only of use when it is published
     */
    public record ModelRows(String model, String board, List<RoundRow> rows) {}

    /**
     * @param runs published ones of the round; none while it is under way
     */
    static RoundView of(StoredRound round, List<StoredRun> runs, Registry registry) {
        Map<UUID, StoredRun> byId = runs.stream().collect(Collectors.toMap(StoredRun::id, Function.identity()));
        Map<Topic, NumberStyle> styles = MedianColumn.styles(runs);
        var progress = new RoundProgress(round);
        List<ModelRows> models = progress.asked().stream()
                .map(entry -> entry.offering().model().slug())
                .distinct()
                .sorted()
                .map(model -> new ModelRows(
                        model,
                        board(model, round.label()),
                        progress.asked().stream()
                                .filter(entry -> entry.offering().model().slug().equals(model))
                                .map(entry -> RoundRow.of(entry, byId, styles, registry))
                                .toList()))
                .toList();
        return new RoundView(round, progress, MedianColumn.of(styles), models);
    }

    private static String board(String model, String label) {
        return BoardQuery.DEFAULT
                .withModel(model)
                .withRound(java.util.Optional.of(label))
                .href();
    }
}
