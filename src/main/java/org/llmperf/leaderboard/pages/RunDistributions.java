package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /**
     * What one chart is drawn from.
     *
     * @param spread absent where there is no value, and then no chart
     * @param values of each successful request
     */
    record Drawn(Topic topic, Optional<Distribution> spread, double[] values) {

        private NumberStyle style() {
            return NumberStyle.of(
                    topic.metric(),
                    spread.flatMap(Distribution::median).stream().toList());
        }
    }

    static RunDistributions of(StoredRun run, List<MeasuredRequest> requests, Series series) {
        return of(
                Arrays.stream(Topic.values())
                        .map(topic ->
                                new Drawn(topic, run.summary().distribution(topic.metric()), values(requests, topic)))
                        .toList(),
                "LLMPerf Leaderboard, " + run.offering().provider().name() + ", "
                        + run.offering().model().slug() + ", " + run.roundLabel(),
                series);
    }

    /**
     * @param source of what and when, beneath a saved picture
     */
    static RunDistributions of(List<Drawn> all, String source, Series series) {
        List<Drawn> drawn = all.stream().filter(one -> one.spread.isPresent()).toList();
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
                                        new EcdfTable.Column(
                                                series,
                                                one.topic.heading(),
                                                one.style().unit()),
                                        one.values,
                                        one.style().finer()))
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
                Map.of("title", one.topic.title(), "unit", one.style().unit(), "column", String.valueOf(column)));
    }

    private static String text(Drawn one) {
        return String.format(
                Locale.ROOT,
                "%s: nine in ten requests between %s and %s.",
                one.topic.title(),
                one.style().text(one.spread.orElseThrow().quantile(Quantile.P5)),
                one.style().withUnit(one.spread.orElseThrow().quantile(Quantile.P95)));
    }
}
