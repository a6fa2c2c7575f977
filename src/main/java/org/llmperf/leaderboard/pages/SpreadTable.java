package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * The whole distributions of a run: one column a metric, one row a statistic, so that it fits a phone.
 *
 * @param enoughForP99 whether every sample can bound its p99 from above at 95 % confidence
 */
public record SpreadTable(List<Column> columns, List<Row> rows, boolean enoughForP99) {
    private static final int NEEDED_FOR_P99 = 299;

    public record Column(String heading, String unit, String label, String formula) {}

    /**
     * @param median whether it is the row that ranks
     */
    public record Row(String name, List<String> values, boolean median) {}

    private record Measured(Metric metric, Distribution spread, NumberStyle style) {}

    static SpreadTable of(RunSummary summary) {
        List<Measured> metrics = Arrays.stream(Metric.values())
                .flatMap(metric -> summary
                        .distribution(metric)
                        .map(spread -> new Measured(
                                metric,
                                spread,
                                NumberStyle.of(metric, spread.median().stream().toList())))
                        .stream())
                .toList();
        var rows = new ArrayList<Row>();
        rows.add(row("values", metrics, (spread, style) -> String.valueOf(spread.n())));
        rows.add(row("mean", metrics, (spread, style) -> style.text(spread.mean())));
        rows.add(row("std. dev.", metrics, (spread, style) -> style.text(spread.standardDeviation())));
        rows.add(row("min", metrics, (spread, style) -> style.text(spread.min())));
        for (Quantile quantile : Quantile.values()) {
            rows.add(row(quantile.id(), metrics, (spread, style) -> style.text(spread.quantile(quantile))));
            if (quantile == Quantile.P50) {
                rows.add(row(
                        "p50 95 %",
                        metrics,
                        (spread, style) -> spread.median().map(style::text).orElse("–")));
            }
        }
        rows.add(row("max", metrics, (spread, style) -> style.text(spread.max())));
        return new SpreadTable(
                metrics.stream().map(SpreadTable::column).toList(),
                rows,
                metrics.stream().allMatch(metric -> metric.spread.n() >= NEEDED_FOR_P99));
    }

    private static Row row(String name, List<Measured> metrics, BiFunction<Distribution, NumberStyle, String> text) {
        return new Row(
                name,
                metrics.stream()
                        .map(metric -> text.apply(metric.spread, metric.style))
                        .toList(),
                name.equals(Quantile.P50.id()));
    }

    private static Column column(Measured measured) {
        Metric metric = measured.metric;
        String heading = Topic.ofId(metric.id()).map(Topic::heading).orElseGet(() -> unrankedHeading(metric));
        return new Column(heading, measured.style.unit(), metric.label(), metric.formula());
    }

    private static String unrankedHeading(Metric metric) {
        return switch (metric) {
            case CHUNK_GAP -> "Event gap";
            case TTFT_FROM_INTENDED -> "First token, from intended";
            case E2E_FROM_INTENDED -> "Whole answer, from intended";
            default -> metric.label();
        };
    }
}
