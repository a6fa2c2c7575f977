package org.llmperf.leaderboard.pages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * One round whole, by models.
 *
 * @param duration from its start to its end; a dash while it is under way
 * @param before the label of the published round before it
 * @param after the label of the published round after it
 * @param columns the same for every model
 * @param requests started in all its runs together
 * @param failures of all its runs together
 */
public record RoundView(
        StoredRound round,
        RoundProgress progress,
        String duration,
        Optional<String> before,
        Optional<String> after,
        List<MedianColumn> columns,
        List<ModelRows> models,
        int requests,
        List<OutcomeCount> failures) {

    /**
     * @param board address of the ranked board of this round; only of use when it is published
     */
    public record ModelRows(String model, String board, List<RoundRow> rows) {}

    /**
     * @param runs published ones of the round; none while it is under way
     * @param published labels of all published rounds, the newest first
     */
    static RoundView of(StoredRound round, List<StoredRun> runs, List<String> published, Registry registry) {
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
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        runs.forEach(run -> run.summary().outcomes().forEach((outcome, n) -> outcomes.merge(outcome, n, Integer::sum)));
        int place = published.indexOf(round.label());
        return new RoundView(
                round,
                progress,
                Format.lasted(round.startedAt(), round.finishedAt()),
                place < 0
                        ? Optional.empty()
                        : published.stream().skip(place + 1L).findFirst(),
                place < 1 ? Optional.empty() : Optional.of(published.get(place - 1)),
                MedianColumn.of(styles),
                models,
                runs.stream().mapToInt(run -> run.summary().started()).sum(),
                OutcomeCount.failures(outcomes));
    }

    private static String board(String model, String label) {
        return BoardQuery.DEFAULT.withModel(model).withRound(Optional.of(label)).href();
    }
}
