package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Interval;

/** The columns of the board: their headings, and one way of writing numbers for each. */
final class BoardColumns {
    private final BoardQuery query;
    private final Map<Topic, NumberStyle> styles = new EnumMap<>(Topic.class);

    /**
     * @param runs that will be ranked; with none, numbers have the fewest decimals
     */
    BoardColumns(BoardQuery query, List<StoredRun> runs) {
        this.query = query;
        for (Topic topic : Topic.values()) {
            styles.put(topic, NumberStyle.of(topic.metric(), intervals(topic, runs)));
        }
    }

    NumberStyle style(Topic topic) {
        return styles.get(topic);
    }

    /** The metrics beside the chosen one; success has a column of its own. */
    List<Topic> others() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic != query.topic() && topic.spread())
                .toList();
    }

    Axis axis(List<StoredRun> runs) {
        var ends = new ArrayList<Double>();
        for (StoredRun run : runs) {
            Estimate.of(run.summary(), query.topic().metric()).ifPresent(estimate -> {
                ends.add(estimate.value());
                estimate.interval().ifPresent(interval -> ends.addAll(List.of(interval.low(), interval.high())));
            });
        }
        return query.topic().spread() ? Axis.fromZero(ends) : Axis.shareNearOne(ends);
    }

    /** The ends of the drawn scale, for example {@code 0–0.5 s}. */
    String scale(Axis axis) {
        NumberStyle style = style(query.topic());
        return trimmed(axis.from() * style.factor()) + "–" + trimmed(axis.to() * style.factor()) + "\u00a0"
                + style.unit();
    }

    private static String trimmed(double number) {
        return java.math.BigDecimal.valueOf(number)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    Heading rank() {
        return heading("Rank", "", Sort.RANK, true);
    }

    Heading provider() {
        return heading("Provider", "", Sort.PROVIDER, true);
    }

    Heading main() {
        Topic topic = query.topic();
        String unit =
                topic.spread() ? "p50, " + style(topic).unit() : style(topic).unit();
        return heading(topic.heading(), unit + ", " + topic.direction(), topic.id(), lower(topic));
    }

    Heading tail() {
        Topic topic = query.topic();
        return heading(topic.tail().id(), style(topic).unit(), Sort.TAIL, lower(topic));
    }

    Heading other(Topic topic) {
        return topic.spread()
                ? heading(topic.heading(), "p50, " + style(topic).unit(), topic.id(), lower(topic))
                : heading(topic.heading(), "succeeded/sent", topic.id(), lower(topic));
    }

    private static boolean lower(Topic topic) {
        return topic.metric().better() == Metric.Better.LOWER;
    }

    private Heading heading(String text, String detail, String column, boolean bestIsLowest) {
        Sort sort = query.sort();
        String order =
                !sort.column().equals(column) ? "none" : bestIsLowest == sort.reversed() ? "descending" : "ascending";
        return new Heading(text, detail, query.with(sort.clicked(column)).href(), order);
    }

    private static List<Interval> intervals(Topic topic, List<StoredRun> runs) {
        return runs.stream()
                .flatMap(run -> Estimate.of(run.summary(), topic.metric()).stream())
                .flatMap(estimate -> estimate.interval().stream())
                .toList();
    }
}
