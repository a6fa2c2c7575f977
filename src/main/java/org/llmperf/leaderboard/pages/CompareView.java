package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * Some providers of one model beside each other, by their runs of one round.
 *
 * @param newest the round that readers see on the board
 * @param weeks the last rounds that measured them all, the newest first
 * @param sides those with a run in this round, in the asked order; the first is what the others are compared with
 * @param absent those without one, and why
 * @param obstacles why some of the runs are not compared
 * @param findings the differences in words, one line for each but the first
 * @param topics whose spread can be drawn
 */
public record CompareView(
        String model,
        RoundHead round,
        boolean newest,
        Optional<String> conditions,
        List<Choice> weeks,
        List<ComparedSide> sides,
        List<UnmeasuredRow> absent,
        List<String> obstacles,
        List<Finding> findings,
        List<ContrastGroup> groups,
        List<Choice> topics,
        CompareSpread spread,
        ProviderPicker picker) {

    /**
     * @param text the differences by metric, in one sentence
     * @param against address of the page with this one as what the others are compared with
     */
    public record Finding(ComparedSide side, String text, String against) {}

    /** To be asked for only when a round is published. */
    static CompareView of(CompareQuery query, ProviderPicker picker, Results results, Boards boards) {
        Registry registry = results.registry();
        List<String> common = results.commonRounds(query.model(), query.providers(), History.WEEKS);
        String newest = results.publication().orElseThrow().roundLabel();
        String label = query.round().orElse(common.isEmpty() ? newest : common.get(0));
        RoundHead round = results.roundHead(label).orElseThrow();
        List<ComparedSide> sides = sides(query, label, results, registry);
        List<ContrastGroup> groups = groups(sides, boards);
        return new CompareView(
                query.model(),
                round,
                label.equals(newest),
                sides.stream()
                        .findFirst()
                        .map(side ->
                                BoardView.conditions(side.run().configuration().scenario())),
                common.stream()
                        .map(week -> new Choice(
                                week, query.withRound(Optional.of(week)).href(), week.equals(label)))
                        .toList(),
                sides,
                absent(query, results.entries(label, query.model()), registry),
                obstacles(sides, boards),
                findings(query, groups, sides),
                groups,
                Arrays.stream(Topic.values())
                        .filter(Topic::spread)
                        .map(topic ->
                                new Choice(topic.title(), query.with(topic).href(), topic == query.topic()))
                        .toList(),
                CompareSpread.of(
                        query.topic(),
                        sides,
                        "LLMPerf Leaderboard, " + query.model() + ", " + label + ", " + EntryText.place(round)),
                picker);
    }

    /** For example {@code Alpha against Beta}. */
    public String title() {
        List<String> names = sides.stream().map(ComparedSide::name).toList();
        return names.isEmpty() ? "Nothing to compare" : String.join(names.size() == 2 ? " against " : ", ", names);
    }

    public boolean simulated() {
        return sides.stream().anyMatch(side -> side.provider().simulated());
    }

    public boolean onlySimulated() {
        return sides.stream().allMatch(side -> side.provider().simulated());
    }

    private static List<ComparedSide> sides(CompareQuery query, String label, Results results, Registry registry) {
        Map<String, StoredRun> runs = results.runsOfRound(label, query.model(), query.providers()).stream()
                .collect(Collectors.toMap(run -> run.offering().provider().slug(), run -> run));
        Map<UUID, List<Map<Metric, Double>>> values =
                results.values(runs.values().stream().map(StoredRun::id).toList());
        return query.providers().stream()
                .flatMap(slug -> Stream.ofNullable(runs.get(slug)))
                .map(run -> new ComparedSide(
                        Series.of(registry, run.offering().provider().slug()),
                        run,
                        Badge.of(run, label),
                        values.getOrDefault(run.id(), List.of())))
                .toList();
    }

    private static List<UnmeasuredRow> absent(CompareQuery query, List<RoundEntry> entries, Registry registry) {
        return query.providers().stream()
                .filter(slug -> entries.stream()
                        .filter(entry -> entry.offering().provider().slug().equals(slug))
                        .noneMatch(entry -> entry.runId().isPresent()))
                .map(slug -> entries.stream()
                        .filter(entry -> entry.offering().provider().slug().equals(slug))
                        .findFirst()
                        .map(entry -> UnmeasuredRow.of(entry, registry))
                        .orElseGet(() -> new UnmeasuredRow(
                                Series.of(registry, slug),
                                registry.provider(slug).orElseThrow(),
                                "not known in this round")))
                .toList();
    }

    private static List<ContrastGroup> groups(List<ComparedSide> sides, Boards boards) {
        return Arrays.stream(Topic.values())
                .map(topic -> ContrastGroup.of(topic, sides, unfit(topic, sides, boards)))
                .toList();
    }

    /** Runs whose medians may not be ranked. Rates are compared unless the measuring itself went wrong: they say what failed. */
    private static Set<UUID> unfit(Topic topic, List<ComparedSide> sides, Boards boards) {
        return boards.rank(topic.metric(), runs(sides)).exclusions().stream()
                .map(exclusion -> exclusion.key())
                .filter(run -> topic.spread() || !run.verdict().valid())
                .map(StoredRun::id)
                .collect(Collectors.toSet());
    }

    private static List<String> obstacles(List<ComparedSide> sides, Boards boards) {
        var sentences = new LinkedHashSet<String>();
        for (Topic topic : Topic.values()) {
            boards.rank(topic.metric(), runs(sides))
                    .exclusions()
                    .forEach(exclusion ->
                            sentences.add(exclusion.key().offering().provider().name() + ": " + exclusion.reason()));
        }
        return List.copyOf(sentences);
    }

    private static List<StoredRun> runs(List<ComparedSide> sides) {
        return sides.stream().map(ComparedSide::run).toList();
    }

    private static List<Finding> findings(CompareQuery query, List<ContrastGroup> groups, List<ComparedSide> sides) {
        return sides.stream()
                .skip(1)
                .map(side -> new Finding(
                        side,
                        groups.stream()
                                .map(group -> group.finding(side, sides.size() == 2))
                                .collect(Collectors.joining("; ")),
                        query.against(side.provider().slug()).href()))
                .toList();
    }
}
