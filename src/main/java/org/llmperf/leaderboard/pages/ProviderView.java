package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.ranking.Ranker;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * All that is known of one provider.
 *
 * @param failures of all its published runs together
 * @param requests started in all its published runs together
 */
public record ProviderView(
        Provider provider, Series series, List<OfferingView> offerings, List<OutcomeCount> failures, int requests) {

    static ProviderView of(Provider provider, Results results, Ranker ranker) {
        List<StoredRun> runs = results.runsOfProvider(provider.slug());
        var offerings = new ArrayList<OfferingView>();
        for (Offering offering : results.registry().offerings()) {
            if (offering.provider().slug().equals(provider.slug())) {
                offerings.add(OfferingView.of(
                        offering,
                        runs.stream()
                                .filter(run -> run.offering().slug().equals(offering.slug()))
                                .toList(),
                        results.newestRuns(offering.model().slug()),
                        note(offering, results),
                        ranker));
            }
        }
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        runs.forEach(run -> run.summary().outcomes().forEach((outcome, n) -> outcomes.merge(outcome, n, Integer::sum)));
        return new ProviderView(
                provider,
                Series.of(results.registry(), provider.slug()),
                offerings,
                OutcomeCount.failures(outcomes),
                runs.stream().mapToInt(run -> run.summary().started()).sum());
    }

    /** Why the newest round that names the offering has no result of it. */
    private static Optional<String> note(Offering offering, Results results) {
        return results.rounds().stream()
                .flatMap(round -> round.entries().stream())
                .filter(entry -> entry.offering().slug().equals(offering.slug()))
                .findFirst()
                .filter(entry -> entry.state() != RoundEntry.State.MEASURED)
                .map(entry -> entry.note().orElse(EntryText.words(entry.state())));
    }
}
