package org.llmperf.leaderboard.pages;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
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

    static ProviderView of(Provider provider, Results results, Boards boards) {
        List<StoredRun> runs = results.runsOfProvider(provider.slug());
        List<OfferingView> offerings = offerings(provider, results.registry(), runs)
                .map(offering -> OfferingView.of(
                        offering,
                        runs.stream()
                                .filter(run -> run.offering().slug().equals(offering.slug()))
                                .toList(),
                        results.newestRuns(offering.model().slug()),
                        boards,
                        note(offering, results)))
                .toList();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        runs.forEach(run -> run.summary().outcomes().forEach((outcome, n) -> outcomes.merge(outcome, n, Integer::sum)));
        return new ProviderView(
                provider,
                Series.of(results.registry(), provider.slug()),
                offerings,
                OutcomeCount.failures(outcomes),
                runs.stream().mapToInt(run -> run.summary().started()).sum());
    }

    /** What it offers now, then what it no longer offers but was measured with. */
    private static Stream<Offering> offerings(Provider provider, Registry registry, List<StoredRun> runs) {
        var bySlug = new LinkedHashMap<String, Offering>();
        registry.offerings().stream()
                .filter(offering -> offering.provider().slug().equals(provider.slug()))
                .forEach(offering -> bySlug.put(offering.slug(), offering));
        runs.forEach(run -> bySlug.putIfAbsent(run.offering().slug(), run.offering()));
        return bySlug.values().stream();
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
