package org.llmperf.leaderboard.pages;

import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.RoundEntry;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.Spreading;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Quantile;

/** Published rounds of one model without a database. */
@Vetoed
class MemoryResults extends Results {
    private final Registry registry;
    private final Map<String, List<StoredRun>> rounds = new LinkedHashMap<>();
    private StoredRound underWay;

    MemoryResults(Provider... providers) {
        super(null);
        List<Provider> known = List.of(providers);
        registry =
                new Registry(known, known.stream().map(InventedRuns::offering).toList());
    }

    /** The oldest round first. */
    MemoryResults publish(String label, StoredRun... runs) {
        rounds.put(label, List.of(runs));
        return this;
    }

    MemoryResults measuring(String label, RoundEntry... entries) {
        underWay = round(label, StoredRound.State.RUNNING, List.of(entries));
        return this;
    }

    private StoredRound published(String label) {
        var entries = new ArrayList<RoundEntry>();
        for (Offering offering : registry.offerings()) {
            Optional<StoredRun> run = rounds.get(label).stream()
                    .filter(one -> one.offering().slug().equals(offering.slug()))
                    .findFirst();
            entries.add(
                    run.isPresent()
                            ? new RoundEntry(
                                    offering,
                                    RoundEntry.State.MEASURED,
                                    150,
                                    150,
                                    Optional.empty(),
                                    run.map(StoredRun::id))
                            : new RoundEntry(
                                    offering,
                                    RoundEntry.State.NOT_MEASURED,
                                    0,
                                    0,
                                    Optional.of("not measured: no key"),
                                    Optional.empty()));
        }
        return round(label, StoredRound.State.PUBLISHED, entries);
    }

    private static StoredRound round(String label, StoredRound.State state, List<RoundEntry> entries) {
        return new StoredRound(
                label,
                state,
                "us-west-2",
                "llmperf-550-150",
                1,
                "1",
                StoredRound.Occasion.WEEKLY,
                Optional.empty(),
                Instant.parse("2026-11-23T09:00:00Z"),
                Optional.empty(),
                state == StoredRound.State.PUBLISHED
                        ? Optional.of(Instant.parse("2026-11-23T09:40:00Z"))
                        : Optional.empty(),
                Spreading.NONE,
                entries);
    }

    private List<String> newestFirst() {
        var labels = new ArrayList<>(rounds.keySet());
        java.util.Collections.reverse(labels);
        return labels;
    }

    @Override
    public Optional<Publication> publication() {
        return newestFirst().stream()
                .findFirst()
                .map(label -> new Publication(rounds.size(), label, Instant.parse("2026-11-23T09:40:00Z")));
    }

    @Override
    public Registry registry() {
        return registry;
    }

    @Override
    public List<StoredRound> rounds() {
        return newestFirst().stream().map(this::published).toList();
    }

    @Override
    public List<String> publishedLabels() {
        return newestFirst();
    }

    @Override
    public List<String> publishedLabels(int limit) {
        return newestFirst().stream().limit(limit).toList();
    }

    @Override
    public List<HistoryPoint> history(String model, Metric metric, int newest) {
        return rounds.values().stream()
                .flatMap(List::stream)
                .map(run -> new HistoryPoint(
                        run.offering().slug(),
                        run.roundLabel(),
                        run.id(),
                        run.startedAt(),
                        run.verdict(),
                        run.summary().success(),
                        run.summary().distribution(metric)))
                .toList();
    }

    @Override
    public Optional<StoredRound> round(String label) {
        return Optional.of(label).filter(rounds::containsKey).map(this::published);
    }

    @Override
    public Optional<RoundHead> roundHead(String label) {
        return round(label)
                .map(round -> new RoundHead(
                        round.label(),
                        round.state(),
                        round.region(),
                        round.scenarioId(),
                        round.scenarioVersion(),
                        round.methodVersion(),
                        round.startedAt(),
                        round.finishedAt(),
                        round.publishedAt(),
                        round.entries().size(),
                        rounds.get(label).size()));
    }

    @Override
    public List<RoundEntry> entries(String label, String modelSlug) {
        return round(label).map(StoredRound::entries).orElse(List.of());
    }

    @Override
    public Optional<StoredRound> roundUnderWay() {
        return Optional.ofNullable(underWay);
    }

    @Override
    public List<StoredRun> newestRuns(String modelSlug) {
        return registry.offerings().stream()
                .flatMap(offering ->
                        runsOfProvider(offering.provider().slug()).stream().limit(1))
                .toList();
    }

    @Override
    public List<StoredRun> runsOfRound(String label, String modelSlug) {
        return runsOfRound(label);
    }

    @Override
    public List<StoredRun> runsOfRound(String label) {
        return rounds.getOrDefault(label, List.of());
    }

    @Override
    public List<StoredRun> runsOfRound(String label, String modelSlug, List<String> providerSlugs) {
        return runsOfRound(label).stream()
                .filter(run -> providerSlugs.contains(run.offering().provider().slug()))
                .toList();
    }

    @Override
    public List<String> commonRounds(String modelSlug, List<String> providerSlugs, int newest) {
        return newestFirst().stream()
                .filter(label -> runsOfRound(label, modelSlug, providerSlugs).size() == providerSlugs.size())
                .toList();
    }

    /** From a hundredth below the median of each metric to a hundredth above it, evenly, as many as succeeded. */
    @Override
    public Map<UUID, List<Map<Metric, Double>>> values(List<UUID> runIds) {
        return runIds.stream()
                .flatMap(id -> run(id).stream())
                .collect(Collectors.toMap(StoredRun::id, MemoryResults::values));
    }

    private static List<Map<Metric, Double>> values(StoredRun run) {
        int n = run.summary().succeeded();
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    Map<Metric, Double> values = new EnumMap<>(Metric.class);
                    run.summary()
                            .distributions()
                            .forEach((metric, spread) ->
                                    values.put(metric, spread.quantile(Quantile.P50) * (0.99 + 0.02 * i / (n - 1))));
                    return values;
                })
                .toList();
    }

    @Override
    public List<StoredRun> runsOfProvider(String providerSlug) {
        return newestFirst().stream()
                .flatMap(label -> rounds.get(label).stream())
                .filter(run -> run.offering().provider().slug().equals(providerSlug))
                .toList();
    }

    @Override
    public List<String> measuredModels() {
        return rounds.isEmpty() ? List.of() : List.of(InventedRuns.MODEL.slug());
    }

    @Override
    public Optional<StoredRun> run(UUID id) {
        return rounds.values().stream()
                .flatMap(List::stream)
                .filter(run -> run.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<StoredRun> runBefore(StoredRun run) {
        return runsOfProvider(run.offering().provider().slug()).stream()
                .filter(other -> other.startedAt().isBefore(run.startedAt()))
                .findFirst();
    }

    @Override
    public List<MeasuredRequest> requests(UUID runId) {
        return List.of();
    }
}
