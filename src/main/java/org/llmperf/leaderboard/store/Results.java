package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.registry.Registry;

/**
 * What readers may see: published results, and how far the round under way has come. Each method reads in a few statements,
 * whose number does not grow with the answer.
 */
@ApplicationScoped
@Reading
public class Results {
    private final KnownRuns runs;

    public Results(KnownRuns runs) {
        this.runs = runs;
    }

    /** Cheap enough to be asked for with each request. */
    public Edition edition() {
        return EditionRow.current();
    }

    /** Absent before the first round is published. */
    public Optional<Publication> publication() {
        return PublicationRow.current();
    }

    /** Every provider and offering that the program knows now, whether measured or not. */
    public Registry registry() {
        var providers = new LinkedHashMap<String, Provider>();
        ProviderRow.current().forEach(row -> providers.put(row.slug, row.toProvider()));
        return new Registry(
                List.copyOf(providers.values()),
                OfferingRow.current().stream()
                        .map(row -> row.toOffering(providers.get(row.provider.slug)))
                        .toList());
    }

    /** An offering that is or was in the registry. */
    public Optional<Offering> offering(String providerSlug, String modelSlug) {
        return OfferingRow.find(providerSlug, modelSlug).map(OfferingRow::toOffering);
    }

    /** All published rounds and the one under way with all their entries, newest first: ten years of them are many. */
    public List<StoredRound> rounds() {
        return RoundRow.listNotCancelled().stream().map(RoundRow::toRound).toList();
    }

    /**
     * Published rounds and the one under way, newest first.
     *
     * @param number of the page, from 1
     */
    public Page<RoundHead> rounds(int number, int size) {
        return new Page<>(
                RoundHeadRow.listNotCancelled(number, size).stream()
                        .map(RoundHeadRow::toHead)
                        .toList(),
                number,
                size,
                RoundRow.countNotCancelled());
    }

    /** Labels of the published rounds, newest first. */
    public List<String> publishedLabels() {
        return publishedLabels(Integer.MAX_VALUE);
    }

    /** Labels of the newest published rounds, newest first. */
    public List<String> publishedLabels(int limit) {
        return RoundRow.listPublishedLabels(limit);
    }

    /** The round that readers see now, without its entries; absent before the first is published. */
    public Optional<RoundHead> newestRound() {
        return publication().map(Publication::roundLabel).flatMap(this::roundHead);
    }

    /** Any round without its entries. */
    public Optional<RoundHead> roundHead(String label) {
        return RoundHeadRow.find(label).map(RoundHeadRow::toHead);
    }

    /** Those of one model only, in the order of measuring; none when there is no such round. */
    public List<RoundEntry> entries(String label, String modelSlug) {
        return RoundEntryRow.listOfModel(label, modelSlug).stream()
                .map(RoundEntryRow::toEntry)
                .toList();
    }

    /** Those of one provider only. */
    public List<RoundEntry> entriesOfProvider(String label, String providerSlug) {
        return RoundEntryRow.listOfProvider(label, providerSlug).stream()
                .map(RoundEntryRow::toEntry)
                .toList();
    }

    /** Any round, also a cancelled one: a link to it deserves an answer. */
    public Optional<StoredRound> round(String label) {
        return RoundRow.findByLabel(label).map(RoundRow::toRound);
    }

    /** Absent when none is under way. */
    public Optional<StoredRound> roundUnderWay() {
        return RoundRow.findUnderWay().map(RoundRow::toRound);
    }

    /** The newest published run of each offering of the model that the registry still has, by provider. */
    public List<StoredRun> newestRuns(String modelSlug) {
        return runs.read(RunRef.newestOfModels(List.of(modelSlug)));
    }

    /** The same of some models, by model. */
    public Map<String, List<StoredRun>> newestRuns(List<String> modelSlugs) {
        return runs.read(RunRef.newestOfModels(modelSlugs)).stream()
                .collect(Collectors.groupingBy(run -> run.offering().model().slug()));
    }

    /** The newest published run of each offering of the provider, by model, also of offerings it no longer has. */
    public List<StoredRun> newestRunsOfProvider(String providerSlug) {
        return runs.read(RunRef.newestOfProvider(providerSlug));
    }

    /** The newest published run of an offering; absent when it was never measured. */
    public Optional<UUID> newestRun(String providerSlug, String modelSlug) {
        return NewestRunRow.ofOffering(providerSlug, modelSlug);
    }

    /** The published runs of one round, of all models. */
    public List<StoredRun> runsOfRound(String label) {
        return runs.read(RunRef.ofRound(label));
    }

    /** The same of one model only, by provider. */
    public List<StoredRun> runsOfRound(String label, String modelSlug) {
        return runs.read(RunRef.ofRound(label, modelSlug));
    }

    /** The same of one model at some providers only, by provider. */
    public List<StoredRun> runsOfRound(String label, String modelSlug, List<String> providerSlugs) {
        return runs.read(RunRef.ofRound(label, modelSlug, providerSlugs));
    }

    /**
     * Labels of the rounds, of the newest published ones, that have a run of the model at each of these providers, the newest
     * first.
     *
     * @param rounds how many are looked at
     */
    public List<String> commonRounds(String modelSlug, List<String> providerSlugs, int rounds) {
        return RunRow.listCommonRounds(modelSlug, providerSlugs, RoundRow.listPublishedLabels(rounds));
    }

    /** All published runs of the provider, newest first, also of offerings it no longer has. */
    public List<StoredRun> runsOfProvider(String providerSlug) {
        return runsOfProvider(providerSlug, Integer.MAX_VALUE);
    }

    /** The same of the newest published rounds only. */
    public List<StoredRun> runsOfProvider(String providerSlug, int rounds) {
        return runs.read(RunRef.ofProvider(providerSlug, RoundRow.listPublishedLabels(rounds)));
    }

    /** One offering over all published rounds, the oldest first. */
    public List<HistoryPoint> history(String providerSlug, String modelSlug, Metric metric) {
        return HistoryRow.ofOffering(providerSlug, modelSlug, metric);
    }

    /** All offerings of one model over the newest published rounds, the oldest first. */
    public List<HistoryPoint> history(String modelSlug, Metric metric, int rounds) {
        return HistoryRow.ofModel(modelSlug, metric, RoundRow.listPublishedLabels(rounds));
    }

    /**
     * Valid runs of all offerings that the registry still has, in rounds of these labels, the oldest first.
     */
    public List<FigurePoint> figures(Metric metric, List<String> labels) {
        return FigureRow.list(metric, labels);
    }

    /** Cheap enough to be asked for before figures are. */
    public FigureState figureState() {
        return new FigureState(publication(), RunStandingRow.newest());
    }

    /** Slugs of the models that {@link #newestRuns} has a run of, in alphabetical order. */
    public List<String> measuredModels() {
        return NewestRunRow.models();
    }

    /** Slugs of the providers that {@link #newestRuns} has a run of, in alphabetical order. */
    public List<String> measuredProviders(String modelSlug) {
        return NewestRunRow.providers(modelSlug);
    }

    /** Absent when there is no such published run. */
    public Optional<StoredRun> run(UUID id) {
        return runs.read(RunRef.of(id)).stream().findFirst();
    }

    /** The newest published run of the same offering from a round before that of this run. */
    public Optional<StoredRun> runBefore(StoredRun run) {
        return runs.read(RunRef.before(run.id())).stream().findFirst();
    }

    /** Every request of a published run in the order of its number; empty when there is no such run. */
    public List<MeasuredRequest> requests(UUID runId) {
        return RequestRow.listPublished(runId).stream()
                .map(RequestRow::toRequest)
                .toList();
    }

    /**
     * What the metrics of published runs are made of: the values of each successful request, in the order of its number. Runs
     * without any success are absent.
     */
    public Map<UUID, List<Map<Metric, Double>>> values(List<UUID> runIds) {
        return RequestValuesRow.list(runIds).stream()
                .collect(Collectors.groupingBy(
                        RequestValuesRow::runId, Collectors.mapping(RequestValuesRow::values, Collectors.toList())));
    }
}
