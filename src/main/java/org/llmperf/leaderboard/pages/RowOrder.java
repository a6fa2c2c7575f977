package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.store.StoredRun;

/** The wanted order of ranked rows. Ties within it keep the order of ranks; what has no value comes last. */
final class RowOrder {
    private RowOrder() {}

    static Comparator<Standing<StoredRun>> of(BoardQuery query) {
        Comparator<Standing<StoredRun>> order = bestFirst(query.sort().column(), query.topic());
        return query.sort().reversed() ? order.reversed() : order;
    }

    private static Comparator<Standing<StoredRun>> bestFirst(String column, Topic ranking) {
        return switch (column) {
            case Sort.RANK -> Comparator.comparing(Standing::best);
            case Sort.PROVIDER ->
                Comparator.comparing(
                        standing -> standing.key().offering().provider().name(), String.CASE_INSENSITIVE_ORDER);
            case Sort.TAIL -> Comparator.comparing(standing -> tail(standing.key(), ranking));
            default ->
                Topic.ofId(column)
                        .<Comparator<Standing<StoredRun>>>map(
                                topic -> Comparator.comparing(standing -> median(standing.key(), topic)))
                        .orElseGet(() -> Comparator.comparing(standing -> tail(standing.key(), ofTail(column))));
        };
    }

    private static Topic ofTail(String column) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.tailId().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static double median(StoredRun run, Topic topic) {
        return badness(topic, Estimate.of(run.summary(), topic.metric()).map(Estimate::value));
    }

    private static double tail(StoredRun run, Topic topic) {
        return badness(topic, run.summary().distribution(topic.metric()).map(spread -> spread.quantile(topic.tail())));
    }

    private static double badness(Topic topic, Optional<Double> value) {
        return value.map(known -> topic.lowerIsBetter() ? known : -known).orElse(Double.POSITIVE_INFINITY);
    }
}
