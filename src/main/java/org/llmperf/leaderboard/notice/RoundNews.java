package org.llmperf.leaderboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.board.Change;
import org.llmperf.leaderboard.board.Changes;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.pages.ChangeText;
import org.llmperf.leaderboard.pages.RunWords;
import org.llmperf.leaderboard.ranking.Exclusion;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.Occurrence;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.store.notices.NoticeKind;

/** What a round brought: results, those that came to nothing, ranks that are others now. */
@ApplicationScoped
class RoundNews {
    private final Results results;
    private final Boards boards;
    private final Changes changes;

    RoundNews(Results results, Boards boards, Changes changes) {
        this.results = results;
        this.boards = boards;
        this.changes = changes;
    }

    List<News> of(Occurrence occurrence) {
        String label = occurrence.roundLabel();
        if (occurrence.kind() == Occurrence.Kind.CANCELLED) {
            return List.of(round(label, "was cancelled; what it measured is not shown"));
        }
        StoredRound round = results.round(label).orElseThrow();
        List<StoredRun> runs = results.runsOfRound(label);
        var news = new ArrayList<News>();
        if (runs.isEmpty()) {
            news.add(round(label, "was published without a result: nothing could be measured"));
        }
        runs.forEach(run -> news.add(result(run)));
        round.entries().stream()
                .filter(entry -> entry.state() == RoundEntry.State.FAILED)
                .forEach(entry -> news.add(failedEntry(label, entry)));
        byModel(runs).forEach((model, ofModel) -> {
            boards.rank(Metric.SUCCESS_RATE, ofModel).exclusions().forEach(run -> news.add(failedRun(run)));
            news.addAll(rankNews(label, model));
        });
        Set<String> measured = runs.stream().map(run -> run.offering().slug()).collect(Collectors.toSet());
        changes.all().stream()
                .filter(change -> change.fresh() && change.worse())
                .filter(change -> measured.contains(change.offering().slug()))
                .forEach(change -> news.add(regression(change)));
        return news;
    }

    private static Map<String, List<StoredRun>> byModel(List<StoredRun> runs) {
        return runs.stream()
                .collect(
                        Collectors.groupingBy(run -> run.offering().model().slug(), TreeMap::new, Collectors.toList()));
    }

    /**
     * The board as readers see it now against what they saw before this round's runs took the places of those before. A change
     * counts if it is there without the offerings of withheld runs too: that we withhold a run moves others up and down, and
     * no provider did that.
     */
    private List<News> rankNews(String label, String model) {
        List<StoredRun> now = results.newestRuns(model);
        List<StoredRun> before = now.stream()
                .flatMap(run -> run.roundLabel().equals(label) ? results.runBefore(run).stream() : Stream.of(run))
                .toList();
        Set<String> withheld = Stream.concat(before.stream(), now.stream())
                .filter(run -> run.verdict().status() == RunVerdict.Status.WITHHELD)
                .map(run -> run.offering().slug())
                .collect(Collectors.toSet());
        return Metric.RANKABLE.stream()
                .flatMap(metric -> {
                    Set<String> moved = changes(metric, without(withheld, before), without(withheld, now)).stream()
                            .map(change -> change.offering().slug())
                            .collect(Collectors.toSet());
                    return changes(metric, before, now).stream()
                            .filter(change -> moved.contains(change.offering().slug()));
                })
                .map(RankChange::news)
                .toList();
    }

    private List<RankChange> changes(Metric metric, List<StoredRun> before, List<StoredRun> now) {
        return RankChange.between(boards.rank(metric, before), boards.rank(metric, now));
    }

    private static List<StoredRun> without(Set<String> offerings, List<StoredRun> runs) {
        return runs.stream()
                .filter(run -> !offerings.contains(run.offering().slug()))
                .toList();
    }

    private static News round(String label, String words) {
        return new News(
                NoticeKind.FAILED_ROUND,
                Optional.empty(),
                "Round " + label,
                words,
                "/rounds/" + label,
                Map.of("round", label));
    }

    private static News result(StoredRun run) {
        Map<String, Object> data = data(run.offering());
        data.put("run", run.id());
        data.put("verdict", run.verdict().status().id());
        data.put("figures", Figures.of(run.summary()));
        return news(NoticeKind.NEW_RESULT, run.offering(), RunWords.brief(run), "/runs/" + run.id(), data);
    }

    private static News failedRun(Exclusion<StoredRun> exclusion) {
        StoredRun run = exclusion.key();
        Map<String, Object> data = data(run.offering());
        data.put("run", run.id());
        data.put("reason", exclusion.reason());
        return news(NoticeKind.FAILED_RUN, run.offering(), exclusion.reason(), "/runs/" + run.id(), data);
    }

    private static News failedEntry(String label, RoundEntry entry) {
        String reason = entry.note().orElse("not measured");
        Map<String, Object> data = data(entry.offering());
        data.put("reason", reason);
        return news(NoticeKind.FAILED_RUN, entry.offering(), reason, "/rounds/" + label, data);
    }

    static News regression(Change change) {
        Map<String, Object> data = data(change.offering());
        data.put("metric", change.metric().id());
        data.put("round", change.roundLabel());
        data.put("before", change.before());
        data.put("after", change.after());
        data.put("change", change.relative());
        data.put("unit", change.metric().unit());
        String words =
                ChangeText.title(change) + ": worse since " + change.roundLabel() + ", " + ChangeText.values(change)
                        + " (" + ChangeText.difference(change) + "), over " + change.rounds() + " rounds";
        return news(
                NoticeKind.REGRESSION,
                change.offering(),
                words,
                "/models/" + change.offering().model().slug() + "?metric="
                        + change.metric().id(),
                data);
    }

    static News news(NoticeKind kind, Offering offering, String words, String path, Map<String, Object> data) {
        Provider provider = offering.provider();
        return new News(
                kind,
                Optional.of(provider.slug()),
                provider.markedName() + ", " + offering.model().slug(),
                words,
                path,
                data);
    }

    static Map<String, Object> data(Offering offering) {
        var data = new LinkedHashMap<String, Object>();
        data.put("provider", offering.provider().slug());
        data.put("model", offering.model().slug());
        return data;
    }
}
