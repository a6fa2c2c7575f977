package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.board.Boards;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.trace.Outcome;

/**
 * All that is known of one provider.
 *
 * @param failures of all its shown runs together
 * @param requests started in all its shown runs together
 */
public record ProviderView(
        Provider provider,
        Series series,
        HistoryView history,
        List<OfferingView> offerings,
        List<OutcomeCount> failures,
        int requests) {

    static ProviderView of(Provider provider, Registry registry, HistoryQuery query, Results results, Boards boards) {
        List<StoredRun> runs =
                results.runsOfProvider(provider.slug(), query.span().rounds());
        List<RoundHead> heads = query.span().heads(results);
        List<String> rounds = oldestFirst(heads);
        List<Offering> offerings = offerings(provider, registry, runs);
        Map<String, List<StoredRun>> competitors = results.newestRuns(offerings.stream()
                .map(offering -> offering.model().slug())
                .distinct()
                .toList());
        Map<String, String> notes = notes(provider, results);
        Map<String, List<StoredRun>> byOffering = runs.stream()
                .collect(Collectors.groupingBy(run -> run.offering().slug()));
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        runs.forEach(run -> run.summary().outcomes().forEach((outcome, n) -> outcomes.merge(outcome, n, Integer::sum)));
        return new ProviderView(
                provider,
                Series.of(registry, provider.slug()),
                history(
                        provider,
                        query,
                        heads,
                        offerings,
                        runs,
                        results.publishedLabels().size()),
                offerings.stream()
                        .map(offering -> OfferingView.of(
                                offering,
                                byOffering.getOrDefault(offering.slug(), List.of()),
                                rounds,
                                competitors.getOrDefault(offering.model().slug(), List.of()),
                                boards,
                                Optional.ofNullable(notes.get(offering.slug()))))
                        .toList(),
                OutcomeCount.failures(outcomes),
                runs.stream().mapToInt(run -> run.summary().started()).sum());
    }

    private static HistoryView history(
            Provider provider,
            HistoryQuery query,
            List<RoundHead> heads,
            List<Offering> offerings,
            List<StoredRun> runs,
            long published) {
        List<HistoryTable.Subject> subjects = IntStream.range(0, offerings.size())
                .mapToObj(i -> HistoryTable.Subject.of(offerings.get(i), Series.at(i)))
                .toList();
        List<HistoryPoint> points = runs.stream()
                .map(run -> new HistoryPoint(
                        run.offering().slug(),
                        run.roundLabel(),
                        run.id(),
                        run.startedAt(),
                        run.verdict(),
                        run.summary().success(),
                        run.summary().distribution(query.topic().metric())))
                .toList();
        return HistoryView.of(
                query, HistoryTable.of(query.topic(), heads, subjects, points), provider.name(), published);
    }

    private static List<String> oldestFirst(List<RoundHead> heads) {
        List<String> labels =
                new ArrayList<>(heads.stream().map(RoundHead::label).toList());
        Collections.reverse(labels);
        return labels;
    }

    /** What it offers now, then what it no longer offers but was measured with. */
    private static List<Offering> offerings(Provider provider, Registry registry, List<StoredRun> runs) {
        var bySlug = new LinkedHashMap<String, Offering>();
        registry.offerings().stream()
                .filter(offering -> offering.provider().slug().equals(provider.slug()))
                .forEach(offering -> bySlug.put(offering.slug(), offering));
        runs.forEach(run -> bySlug.putIfAbsent(run.offering().slug(), run.offering()));
        return List.copyOf(bySlug.values());
    }

    /** Why the newest round has no result of an offering. */
    private static Map<String, String> notes(Provider provider, Results results) {
        Map<String, String> notes = new LinkedHashMap<>();
        results
                .publication()
                .map(newest -> results.entriesOfProvider(newest.roundLabel(), provider.slug()))
                .orElse(List.of())
                .stream()
                .filter(entry -> entry.state() != RoundEntry.State.MEASURED)
                .forEach(entry ->
                        notes.put(entry.offering().slug(), entry.note().orElse(EntryText.words(entry.state()))));
        return notes;
    }
}
