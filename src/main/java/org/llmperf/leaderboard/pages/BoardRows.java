package org.llmperf.leaderboard.pages;

import java.util.Optional;
import org.llmperf.leaderboard.ranking.Exclusion;
import org.llmperf.leaderboard.ranking.Standing;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.StoredRun;

/**
 * Writes the rows of one board.
 *
 * @param axis of the drawn intervals
 * @param newestRound results of an older one are marked
 */
record BoardRows(Topic topic, BoardColumns columns, Axis axis, String newestRound, Registry registry, History past) {
    private static final String NONE = "–";

    BoardRow ranked(Standing<StoredRun> standing) {
        StoredRun run = standing.key();
        NumberStyle style = columns.style(topic);
        return new BoardRow(
                Ranks.text(standing),
                standing.best() != standing.worst(),
                series(run),
                run,
                Badge.of(run, newestRound),
                style.text(standing.value()),
                style.text(standing.interval()),
                IntervalBar.on(axis, standing.value(), standing.interval()),
                tail(run, topic),
                columns.others().stream().map(group -> pair(run, group)).toList(),
                SuccessText.of(run.summary()),
                past.told() ? Sparkline.of(past.of(run.offering().slug()), style) : Optional.empty());
    }

    UnrankedRow unranked(Exclusion<StoredRun> exclusion) {
        StoredRun run = exclusion.key();
        return new UnrankedRow(series(run), run, Badge.of(run, newestRound), exclusion.reason());
    }

    private Series series(StoredRun run) {
        return Series.of(registry, run.offering().provider().slug());
    }

    private Pair pair(StoredRun run, ColumnGroup group) {
        return new Pair(median(run, group.topic()), group.tail().map(heading -> tail(run, group.topic())));
    }

    private String median(StoredRun run, Topic of) {
        return Estimate.of(run.summary(), of.metric())
                .map(estimate -> columns.style(of).text(estimate.value()))
                .orElse(NONE);
    }

    private String tail(StoredRun run, Topic of) {
        return run.summary()
                .distribution(of.metric())
                .map(spread -> columns.style(of).text(spread.quantile(of.tail())))
                .orElse(NONE);
    }
}
