package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Interval;

/** The columns of the board: their headings, and one way of writing numbers for each. */
final class BoardColumns {
    private static final List<Topic> BESIDE = List.of(Topic.FIRST_TOKEN, Topic.THROUGHPUT, Topic.STREAMING_SPEED);

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
        return axis.text(style);
    }

    Heading rank() {
        return heading("Rank", "", Sort.RANK, true);
    }

    Heading provider() {
        return heading("Provider", "", Sort.PROVIDER, true);
    }

    ColumnGroup main() {
        Topic topic = query.topic();
        return new ColumnGroup(
                topic,
                style(topic).unit(),
                heading(topic.spread() ? "p50" : "rate", "", topic.id(), topic.lowerIsBetter()),
                topic.spread()
                        ? Optional.of(heading(topic.tail().id(), "", Sort.TAIL, topic.lowerIsBetter()))
                        : Optional.empty());
    }

    /** The metrics beside the chosen one; success has a column of its own. */
    List<ColumnGroup> others() {
        return BESIDE.stream()
                .filter(topic -> topic != query.topic())
                .map(this::other)
                .toList();
    }

    private ColumnGroup other(Topic topic) {
        return new ColumnGroup(
                topic,
                style(topic).unit(),
                heading("p50", "", topic.id(), topic.lowerIsBetter()),
                topic == Topic.STREAMING_SPEED
                        ? Optional.empty()
                        : Optional.of(heading(topic.tail().id(), "", topic.tailId(), topic.lowerIsBetter())));
    }

    Optional<Heading> success() {
        return query.topic() == Topic.RELIABILITY
                ? Optional.empty()
                : Optional.of(heading("Success", "%", Topic.RELIABILITY.id(), false));
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
