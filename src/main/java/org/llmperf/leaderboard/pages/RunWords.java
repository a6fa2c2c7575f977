package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.RunSummary;

/** A run's figures in sentences, for where there is no table: feeds, previews, search engines. */
public final class RunWords {
    private RunWords() {}

    /** One sentence for each metric, for example {@code First token: median 0.21 s, 95 % interval 0.20–0.22 s.} */
    public static List<String> sentences(RunSummary summary) {
        return Arrays.stream(Topic.values())
                .map(topic -> topic.title() + ": " + (topic.spread() ? median(topic, summary) : success(summary)) + ".")
                .toList();
    }

    /** What a reader wants to know first, for example {@code first token 0.21 s, throughput 66 tokens/s, success 100 %}. */
    public static String brief(StoredRun run) {
        return List.of(Topic.FIRST_TOKEN, Topic.THROUGHPUT, Topic.RELIABILITY).stream()
                .map(topic -> Format.uncapitalised(topic.heading()) + " " + value(topic, run.summary()))
                .collect(Collectors.joining(", "));
    }

    /** The median or the success rate with its unit; a dash for none. */
    public static String value(Topic topic, RunSummary summary) {
        return Estimate.of(summary, topic.metric())
                .map(estimate -> NumberStyle.of(
                                topic.metric(), estimate.interval().stream().toList())
                        .withUnit(estimate.value()))
                .orElse("–");
    }

    /** The 95 % interval of that value with its unit; empty for none. */
    public static String interval(Topic topic, RunSummary summary) {
        return Estimate.of(summary, topic.metric())
                .flatMap(Estimate::interval)
                .map(interval -> {
                    NumberStyle style = NumberStyle.of(topic.metric(), List.of(interval));
                    return style.text(interval) + "\u00a0" + style.unit();
                })
                .orElse("");
    }

    private static String median(Topic topic, RunSummary summary) {
        String interval = interval(topic, summary);
        return "median " + value(topic, summary) + (interval.isEmpty() ? "" : ", 95 % interval " + interval);
    }

    private static String success(RunSummary summary) {
        String failures = OutcomeCount.words(summary.outcomes());
        return summary.succeeded() + " of " + summary.started() + " requests succeeded, "
                + value(Topic.RELIABILITY, summary) + ", 95 % interval " + interval(Topic.RELIABILITY, summary)
                + (failures.isEmpty() ? "" : "; " + failures);
    }
}
