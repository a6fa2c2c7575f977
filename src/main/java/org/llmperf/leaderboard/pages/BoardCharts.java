package org.llmperf.leaderboard.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.board.Board;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;

/**
 * What the charts of the board are drawn from.
 *
 * @param spread of the chosen metric, in the order of the board; empty where the metric has one value a run
 * @param spreadText what the chart shows, in a sentence
 * @param tradeText what the other chart shows
 */
public record BoardCharts(
        List<SpreadRow> spread,
        String spreadUnit,
        String spreadText,
        ChartFrame spreadFrame,
        List<TradeRow> trade,
        String tradeText,
        ChartFrame tradeFrame) {

    static BoardCharts of(BoardTable table, BoardQuery query, Board board, Registry registry) {
        List<StoredRun> runs = table.rows().stream().map(BoardRow::run).toList();
        var columns = new BoardColumns(query, runs);
        Topic topic = query.topic();
        NumberStyle style = columns.style(topic);
        List<SpreadRow> spread = runs.stream()
                .flatMap(run -> run.summary().distribution(topic.metric()).stream()
                        .map(found -> new SpreadRow(
                                Series.of(registry, run.offering().provider().slug()), run, found, style)))
                .toList();
        List<TradeRow> trade = runs.stream()
                .flatMap(run ->
                        TradeRow.of(run, registry, columns.style(Topic.FIRST_TOKEN), columns.style(Topic.THROUGHPUT))
                                .stream())
                .toList();
        String source = "LLMPerf Leaderboard, " + board.model() + ", "
                + board.round().label() + ", " + EntryText.place(board.round());
        String spreadText = spreadText(spread, style);
        String tradeText = tradeText(runs);
        return new BoardCharts(
                spread,
                style.unit(),
                spreadText,
                new ChartFrame(
                        "spread",
                        "spread-table",
                        "How much requests differ: " + topic.title(),
                        spreadText + " The figures are in the table that follows.",
                        source,
                        ChartFrame.size(spread.size()),
                        Map.of("title", topic.title(), "unit", style.unit())),
                trade,
                tradeText,
                new ChartFrame(
                        "trade",
                        "trade-table",
                        "First token against throughput",
                        tradeText + " The figures are in the table that follows.",
                        source,
                        "middle",
                        Map.of("x", "First token", "x-unit", "s", "y", "Throughput", "y-unit", "tokens/s")));
    }

    private static String spreadText(List<SpreadRow> rows, NumberStyle style) {
        return rows.stream()
                .min(Comparator.comparingDouble(row -> width(row.spread())))
                .map(steadiest -> (rows.size() == 1
                                ? steadiest.name() + ": nine in ten requests lie between "
                                : "Of " + rows.size() + " providers, " + steadiest.name()
                                        + " is the steadiest: nine in ten of its requests lie between ")
                        + style.text(steadiest.spread().quantile(Quantile.P5)) + " and "
                        + style.withUnit(steadiest.spread().quantile(Quantile.P95)) + ".")
                .orElse("");
    }

    private static double width(Distribution spread) {
        return spread.quantile(Quantile.P95) - spread.quantile(Quantile.P5);
    }

    private static String tradeText(List<StoredRun> runs) {
        String first = best(runs, Topic.FIRST_TOKEN);
        String output = best(runs, Topic.THROUGHPUT);
        if (first.isEmpty() || output.isEmpty()) {
            return "";
        }
        return first.equals(output)
                ? first + " has both the earliest first token and the highest throughput by its medians."
                : first + " has the earliest first token, " + output + " the highest throughput, by their medians.";
    }

    private static String best(List<StoredRun> runs, Topic topic) {
        int sign = topic.lowerIsBetter() ? 1 : -1;
        return runs.stream()
                .filter(run -> run.summary().distribution(topic.metric()).isPresent())
                .min(Comparator.comparingDouble(run -> sign
                        * Estimate.of(run.summary(), topic.metric())
                                .orElseThrow()
                                .value()))
                .map(run -> run.offering().provider().name())
                .orElse("");
    }
}
