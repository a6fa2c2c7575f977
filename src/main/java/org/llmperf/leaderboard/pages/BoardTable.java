package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.ranking.Ranking;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * The ranked results of one model.
 *
 * @param tail absent where the chosen metric has one value a run
 * @param success absent where success is the chosen metric
 * @param scale ends of the drawn intervals
 * @param history whether rows have a line over rounds
 */
public record BoardTable(
        Heading rank,
        Heading provider,
        Heading main,
        String scale,
        Optional<Heading> tail,
        List<Heading> others,
        Optional<Heading> success,
        boolean history,
        List<BoardRow> rows,
        List<UnrankedRow> unranked) {

    /** Number of columns, for cells that span all of them. */
    public int width() {
        return 4
                + tail.stream().toList().size()
                + others.size()
                + success.stream().toList().size()
                + (history ? 1 : 0);
    }

    static BoardTable of(BoardQuery query, Board board, Registry registry, History past) {
        String newestRound = board.round().label();
        Topic topic = query.topic();
        Ranking<StoredRun> ranking = board.ranking();
        var standings = new ArrayList<>(ranking.standings());
        standings.sort(order(query));
        List<StoredRun> ranked = standings.stream().map(Standing::key).toList();
        var columns = new BoardColumns(query, ranked);
        Axis axis = columns.axis(ranked);
        return new BoardTable(
                columns.rank(),
                columns.provider(),
                columns.main(),
                columns.scale(axis),
                topic.spread() ? Optional.of(columns.tail()) : Optional.empty(),
                columns.others().stream().map(columns::other).toList(),
                topic.spread() ? Optional.of(columns.other(Topic.RELIABILITY)) : Optional.empty(),
                past.told(),
                standings.stream()
                        .map(standing -> row(standing, query, columns, axis, newestRound, registry, past))
                        .toList(),
                ranking.exclusions().stream()
                        .map(exclusion -> new UnrankedRow(
                                Series.of(
                                        registry,
                                        exclusion.key().offering().provider().slug()),
                                exclusion.key(),
                                Badge.of(exclusion.key(), newestRound),
                                exclusion.reason()))
                        .toList());
    }

    private static BoardRow row(
            Standing<StoredRun> standing,
            BoardQuery query,
            BoardColumns columns,
            Axis axis,
            String newestRound,
            Registry registry,
            History past) {
        StoredRun run = standing.key();
        Topic topic = query.topic();
        NumberStyle style = columns.style(topic);
        return new BoardRow(
                Ranks.text(standing),
                standing.best() != standing.worst(),
                Series.of(registry, run.offering().provider().slug()),
                run,
                Badge.of(run, newestRound),
                style.text(standing.value()),
                style.text(standing.interval()),
                IntervalBar.on(axis, standing.value(), standing.interval()),
                run.summary()
                        .distribution(topic.metric())
                        .map(spread -> style.text(spread.quantile(topic.tail())))
                        .orElse("–"),
                columns.others().stream()
                        .map(other -> median(run, other.metric(), columns.style(other)))
                        .toList(),
                SuccessText.of(run.summary()),
                past.told() ? Sparkline.of(past.of(run.offering().slug(), topic.metric()), style) : Optional.empty());
    }

    private static String median(StoredRun run, Metric metric, NumberStyle style) {
        return Estimate.of(run.summary(), metric)
                .map(estimate -> style.text(estimate.value()))
                .orElse("–");
    }

    /** Ties within the wanted order keep the order of ranks; what has no value comes last. */
    private static Comparator<Standing<StoredRun>> order(BoardQuery query) {
        Sort sort = query.sort();
        Comparator<Standing<StoredRun>> order = switch (sort.column()) {
            case Sort.RANK -> Comparator.comparing(Standing::best);
            case Sort.PROVIDER ->
                Comparator.comparing(
                        standing -> standing.key().offering().provider().name(), String.CASE_INSENSITIVE_ORDER);
            case Sort.TAIL -> Comparator.comparing(standing -> tail(standing.key(), query.topic()));
            default -> {
                Metric metric = Topic.ofId(sort.column()).orElseThrow().metric();
                yield Comparator.comparing(standing -> badness(
                        metric, Estimate.of(standing.key().summary(), metric).map(Estimate::value)));
            }
        };
        return sort.reversed() ? order.reversed() : order;
    }

    private static double tail(StoredRun run, Topic topic) {
        return badness(
                topic.metric(),
                run.summary().distribution(topic.metric()).map(spread -> spread.quantile(topic.tail())));
    }

    private static double badness(Metric metric, Optional<Double> value) {
        return value.map(known -> metric.better() == Metric.Better.LOWER ? known : -known)
                .orElse(Double.POSITIVE_INFINITY);
    }
}
