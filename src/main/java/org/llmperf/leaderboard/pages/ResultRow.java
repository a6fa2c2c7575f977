package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Flag;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * What a run says in one metric.
 *
 * @param value the median, or the share of successes; a dash for none
 * @param interval both ends of its 95 % interval, with their unit; a dash for none
 * @param tail the slow end, with its name; how many succeeded where there is none
 * @param doubt why it says less than it seems to
 * @param against what changed since the run before; absent when nothing can be said
 */
public record ResultRow(
        Topic topic, String value, String interval, String tail, Optional<Badge> doubt, Optional<Contrast> against) {

    static List<ResultRow> of(StoredRun run, Optional<Against> against) {
        return Arrays.stream(Topic.values())
                .map(topic ->
                        of(topic, run.summary(), against.map(Against::contrasts).map(all -> all.get(topic))))
                .toList();
    }

    private static ResultRow of(Topic topic, RunSummary summary, Optional<Contrast> against) {
        String interval = RunWords.interval(topic, summary);
        return new ResultRow(
                topic,
                RunWords.value(topic, summary),
                interval.isEmpty() ? "–" : interval,
                topic.spread() ? tail(topic, summary) : SuccessText.of(summary).counts(),
                doubt(topic.metric(), summary),
                against);
    }

    private static String tail(Topic topic, RunSummary summary) {
        return summary.distribution(topic.metric())
                .map(spread ->
                        NumberStyle.of(topic.metric(), spread.median().stream().toList())
                                        .withUnit(spread.quantile(topic.tail()))
                                + " " + topic.tail().id())
                .orElse("–");
    }

    private static Optional<Badge> doubt(Metric metric, RunSummary summary) {
        return Flag.ofAnswers(summary).stream()
                .filter(flag -> flag.bars(metric))
                .map(flag -> new Badge(flag.label(), flag.meaning(), false))
                .findFirst();
    }
}
