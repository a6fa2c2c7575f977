package org.llmperf.leaderboard.pages;

import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.RoundEntry;

/**
 * A provider that a round has no result of.
 *
 * @param reason in words for readers
 */
public record UnmeasuredRow(Series series, Provider provider, String reason) {

    static UnmeasuredRow of(RoundEntry entry, Registry registry) {
        Provider provider = entry.offering().provider();
        return new UnmeasuredRow(
                Series.of(registry, provider.slug()), provider, entry.note().orElse(EntryText.words(entry.state())));
    }
}
