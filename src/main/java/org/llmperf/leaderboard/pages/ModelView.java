package org.llmperf.leaderboard.pages;

import java.util.List;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * One model with all its providers, over the rounds by one metric, and now by all of them.
 *
 * @param board address of the newest ranking
 * @param ranks one line a provider, of its newest run
 * @param asked how each provider is asked for the model
 */
public record ModelView(String model, String board, HistoryView history, RankTable ranks, List<Asked> asked) {

    /**
     * @param parameters beyond those of the scenario
     * @param price a dash where none is known
     */
    public record Asked(Series series, Offering offering, String parameters, String price) {}

    static ModelView of(String model, Registry registry, HistoryQuery query, Results results, Boards boards) {
        List<Offering> offerings = registry.offerings().stream()
                .filter(offering -> offering.model().slug().equals(model))
                .toList();
        List<HistoryTable.Subject> subjects = offerings.stream()
                .map(offering -> HistoryTable.Subject.of(offering.provider(), model, series(registry, offering)))
                .toList();
        List<RoundHead> heads = query.span().heads(results);
        HistoryTable table = HistoryTable.of(
                query.topic(),
                heads,
                subjects,
                results.history(model, query.topic().metric(), query.span().rounds()));
        List<StoredRun> newest = results.newestRuns(model);
        return new ModelView(
                model,
                BoardQuery.DEFAULT.withModel(model).with(query.topic()).href(),
                HistoryView.of(query, table, model, results.publishedLabels().size()),
                RankTable.of(newest, registry, boards),
                offerings.stream()
                        .map(offering -> new Asked(
                                series(registry, offering),
                                offering,
                                Settings.parameters(offering),
                                offering.price().map(Settings::price).orElse("–")))
                        .toList());
    }

    private static Series series(Registry registry, Offering offering) {
        return Series.of(registry, offering.provider().slug());
    }
}
