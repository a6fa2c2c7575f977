package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;

/**
 * How the requests of the compared providers are spread in one metric.
 *
 * @param text what the chart shows, in sentences
 * @param quantiles in the order of the columns
 */
public record CompareSpread(
        Topic topic,
        String unit,
        String text,
        ChartFrame frame,
        EcdfTable values,
        List<Column> quantiles,
        List<Row> rows) {

    /**
     * @param rare whether it gives way first where there is little room
     */
    public record Column(String id, boolean rare) {}

    private static final Set<Quantile> RARE = EnumSet.of(Quantile.P10, Quantile.P90, Quantile.P99);

    /** The values of one provider at each quantile. */
    public record Row(ComparedSide side, int n, List<String> values) {}

    /**
     * @param source of what and when, beneath a saved picture
     */
    static CompareSpread of(Topic topic, List<ComparedSide> all, String source) {
        List<ComparedSide> sides = all.stream()
                .filter(side ->
                        side.run().summary().distribution(topic.metric()).isPresent())
                .toList();
        List<Interval> intervals = sides.stream()
                .flatMap(side -> side.run().summary().distribution(topic.metric()).orElseThrow().median().stream())
                .toList();
        NumberStyle style = NumberStyle.of(topic.metric(), intervals);
        String heading = "Distribution: " + topic.title();
        String text = text(topic, sides, style);
        return new CompareSpread(
                topic,
                style.unit(),
                text,
                new ChartFrame(
                        "ecdf",
                        "ecdf-table",
                        heading,
                        text + " The figures are in the tables that follow.",
                        source,
                        "middle",
                        Map.of("title", topic.title(), "unit", style.unit())),
                EcdfTable.of(
                        "ecdf-table",
                        topic.title() + ", " + style.unit()
                                + ": the successful requests of each, from the smallest value",
                        sides.stream()
                                .map(side -> new EcdfTable.Source(
                                        new EcdfTable.Column(side.series(), side.name(), ""),
                                        side.values(topic.metric()),
                                        style.finer()))
                                .toList()),
                Arrays.stream(Quantile.values())
                        .map(quantile -> new Column(quantile.id(), RARE.contains(quantile)))
                        .toList(),
                sides.stream().map(side -> row(side, topic, style)).toList());
    }

    private static Row row(ComparedSide side, Topic topic, NumberStyle style) {
        var spread = side.run().summary().distribution(topic.metric()).orElseThrow();
        return new Row(
                side,
                spread.n(),
                Arrays.stream(Quantile.values())
                        .map(quantile -> style.text(spread.quantile(quantile)))
                        .toList());
    }

    /** Half of the requests, and nine in ten, seen from the side that is better. */
    private static String text(Topic topic, List<ComparedSide> sides, NumberStyle style) {
        Quantile most = topic.lowerIsBetter() ? Quantile.P90 : Quantile.P10;
        String bound = topic.lowerIsBetter() ? "at most" : "at least";
        return sides.stream()
                .map(side -> {
                    var spread =
                            side.run().summary().distribution(topic.metric()).orElseThrow();
                    return String.format(
                            Locale.ROOT,
                            "%s: half of its requests %s %s, nine in ten %s %s.",
                            side.name(),
                            bound,
                            style.withUnit(spread.quantile(Quantile.P50)),
                            bound,
                            style.withUnit(spread.quantile(most)));
                })
                .collect(Collectors.joining(" "));
    }
}
