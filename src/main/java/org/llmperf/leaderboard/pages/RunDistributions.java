package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;

/**
 * The distributions of a run's requests, one chart a metric, all drawn from one table.
 *
 * @param text what the charts show, in sentences
 */
public record RunDistributions(String text, List<ChartFrame> frames, EcdfTable values) {
    private static final String TABLE = "ecdf-table";

    private record Drawn(Topic topic, Distribution spread, NumberStyle style) {}

    static RunDistributions of(StoredRun run, List<MeasuredRequest> requests, Series series) {
        List<Drawn> drawn = Arrays.stream(Topic.values())
                .flatMap(topic -> run
                        .summary()
                        .distribution(topic.metric())
                        .map(spread -> new Drawn(
                                topic,
                                spread,
                                NumberStyle.of(
                                        topic.metric(), spread.median().stream().toList())))
                        .stream())
                .toList();
        String source = "LLMPerf Leaderboard, " + run.offering().provider().name() + ", "
                + run.offering().model().slug() + ", " + run.roundLabel();
        return new RunDistributions(
                drawn.stream().map(RunDistributions::text).collect(Collectors.joining(" ")),
                IntStream.range(0, drawn.size())
                        .mapToObj(i -> frame(drawn.get(i), i + 1, source))
                        .toList(),
                EcdfTable.of(
                        TABLE,
                        "The successful requests, each metric from its smallest value",
                        drawn.stream()
                                .map(one -> new EcdfTable.Source(
                                        new EcdfTable.Column(series, one.topic.heading(), one.style.unit()),
                                        values(requests, one.topic),
                                        one.style.finer()))
                                .toList()));
    }

    private static double[] values(List<MeasuredRequest> requests, Topic topic) {
        return requests.stream()
                .filter(request -> request.trace().succeeded())
                .map(request -> request.value(topic.metric()))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }

    /**
     * @param column of the table, after that of the places
     */
    private static ChartFrame frame(Drawn one, int column, String source) {
        return new ChartFrame(
                "ecdf",
                TABLE,
                one.topic.title(),
                "Distribution. " + text(one) + " The figures are in the table that follows.",
                source,
                "low",
                Map.of("title", one.topic.title(), "unit", one.style.unit(), "column", String.valueOf(column)));
    }

    private static String text(Drawn one) {
        return String.format(
                Locale.ROOT,
                "%s: nine in ten requests between %s and %s.",
                one.topic.title(),
                one.style.text(one.spread.quantile(Quantile.P5)),
                one.style.withUnit(one.spread.quantile(Quantile.P95)));
    }
}
