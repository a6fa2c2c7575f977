package org.llmperf.leaderboard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * One offering in the table of a round.
 *
 * @param run its published run; absent when it was not measured, or the round is not published
 * @param medians in the order of the topics with a spread
 */
public record RoundRow(
        Series series,
        RoundEntry entry,
        Optional<StoredRun> run,
        List<Badge> badges,
        List<String> medians,
        Optional<SuccessText> success) {

    static RoundRow of(RoundEntry entry, Map<UUID, StoredRun> runs, Map<Topic, NumberStyle> styles, Registry registry) {
        Optional<StoredRun> run = entry.runId().map(runs::get);
        return new RoundRow(
                Series.of(registry, entry.offering().provider().slug()),
                entry,
                run,
                run.map(found -> Badge.of(found, found.roundLabel())).orElse(List.of()),
                run.map(found -> medians(found, styles)).orElse(List.of()),
                run.map(found -> SuccessText.of(found.summary())));
    }

    static List<Topic> topics() {
        return Arrays.stream(Topic.values()).filter(Topic::spread).toList();
    }

    static List<String> medians(StoredRun run, Map<Topic, NumberStyle> styles) {
        return topics().stream()
                .map(topic -> Estimate.of(run.summary(), topic.metric())
                        .map(estimate -> styles.get(topic).text(estimate.value()))
                        .orElse("–"))
                .toList();
    }

    /** Why there are no figures, in words. */
    public String reason() {
        return entry.note().orElse(EntryText.words(entry.state()));
    }
}
