package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Flag;

/**
 * The board of one model by one metric.
 *
 * @param presets metrics by what a reader comes for
 * @param topics the other metrics
 * @param weeks the last rounds, the newest first
 * @param round whose date and region stand over the table
 * @param pinned whether the reader asked for this very round
 * @param newest address of the same board by the newest results
 * @param conditions of the measurement, in a sentence
 * @param notes what the marks in the rows mean, each once
 * @param notMeasured offerings of the model without a result, and why
 * @param compare address of its first providers beside each other; absent while there is only one
 * @param simulated how many of the results are of simulated providers
 * @param onlySimulated whether all of them are
 * @param underWay the round being measured now, which is not shown yet
 */
public record BoardView(
        Topic topic,
        String model,
        List<Choice> models,
        List<PresetChoice> presets,
        List<Choice> topics,
        List<Choice> weeks,
        RoundHead round,
        boolean pinned,
        String newest,
        Optional<String> conditions,
        BoardTable table,
        BoardCharts charts,
        List<Badge> notes,
        List<UnmeasuredRow> notMeasured,
        Optional<String> compare,
        long simulated,
        boolean onlySimulated,
        Optional<RoundProgress> underWay) {

    /**
     * To be asked for only when a round is published.
     *
     * @param models that were measured
     */
    static BoardView of(BoardQuery asked, List<String> models, Results results, Boards boards) {
        Registry registry = results.registry();
        BoardQuery query = asked.model().isPresent() ? asked : asked.withModel(mostOffered(models, registry));
        String model = query.model().orElseThrow();
        Board board = query.round()
                .map(label -> boards.ofRound(label, model, query.topic().metric()))
                .orElseGet(() -> boards.newest(model, query.topic().metric()))
                .orElseThrow();
        History past = History.read(results, model, query.topic().metric());
        List<StoredRun> runs = board.runs();
        BoardTable table = BoardTable.of(query, board, registry, past);
        return new BoardView(
                query.topic(),
                model,
                models.stream()
                        .map(slug -> new Choice(slug, asked.withModel(slug).href(), slug.equals(model)))
                        .toList(),
                Arrays.stream(Preset.values())
                        .map(preset -> new PresetChoice(
                                preset.title(),
                                preset.question(),
                                switched(asked, preset.topic()).href(),
                                preset.topic() == query.topic()))
                        .toList(),
                Preset.others().stream()
                        .map(topic ->
                                new Choice(topic.title(), switched(asked, topic).href(), topic == query.topic()))
                        .toList(),
                weeks(query, asked, past),
                board.round(),
                query.round().isPresent(),
                asked.withRound(Optional.empty()).href(),
                runs.stream()
                        .findFirst()
                        .map(run -> conditions(run.configuration().scenario())),
                table,
                BoardCharts.of(table, query, board, registry),
                notes(runs),
                notMeasured(board, registry),
                CompareLink.of(board, query.round()),
                runs.stream()
                        .filter(run -> run.offering().provider().simulated())
                        .count(),
                runs.stream().allMatch(run -> run.offering().provider().simulated()),
                results.roundUnderWay().map(RoundProgress::new));
    }

    private static List<Choice> weeks(BoardQuery query, BoardQuery asked, History past) {
        return past.newestFirst().stream()
                .map(label -> new Choice(
                        label,
                        asked.withRound(Optional.of(label)).href(),
                        query.round().filter(label::equals).isPresent()))
                .toList();
    }

    /** Another metric is shown from the best on: a sort by some other column would hide the answer. */
    private static BoardQuery switched(BoardQuery asked, Topic topic) {
        return asked.with(topic).with(Sort.DEFAULT);
    }

    /** The model that most providers have. */
    static String mostOffered(List<String> models, Registry registry) {
        return models.stream()
                .max(Comparator.comparingLong((String slug) -> registry.offerings().stream()
                                .filter(offering -> offering.model().slug().equals(slug))
                                .count())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static List<Badge> notes(List<StoredRun> runs) {
        return runs.stream()
                .flatMap(run -> Flag.of(run.offering(), run.summary()).stream())
                .filter(flag -> flag != Flag.SIMULATED) // has a notice of its own
                .distinct()
                .sorted()
                .map(flag -> new Badge(flag.label(), flag.meaning(), false))
                .toList();
    }

    /** Those of which not even an older result is shown. */
    private static List<UnmeasuredRow> notMeasured(Board board, Registry registry) {
        Set<String> shown =
                board.runs().stream().map(run -> run.offering().slug()).collect(Collectors.toSet());
        return board.notMeasured().stream()
                .filter(entry -> !shown.contains(entry.offering().slug()))
                .map(entry -> UnmeasuredRow.of(entry, registry))
                .toList();
    }

    static String conditions(Scenario scenario) {
        return scenario.inputTokens().mean() + " tokens in, "
                + scenario.outputTokens().mean() + " out, " + scenario.requests() + " requests each, "
                + scenario.load().words();
    }
}
