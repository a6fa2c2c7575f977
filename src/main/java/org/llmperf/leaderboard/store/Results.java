package org.llmperf.leaderboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.registry.Registry;

/**
 * What readers may see: published results, and how far the round under way has come. Each method reads in a few statements,
 * whose number does not grow with the answer.
 */
@ApplicationScoped
@Transactional
public class Results {

    /** Absent before the first round is published. */
    public Optional<Publication> publication() {
        return PublicationRow.current();
    }

    /** Every provider and offering that the program knows now, whether measured or not. */
    public Registry registry() {
        return new Registry(
                ProviderRow.current().stream().map(ProviderRow::toProvider).toList(),
                OfferingRow.current().stream().map(OfferingRow::toOffering).toList());
    }

    /** All published rounds and the one under way, newest first. */
    public List<StoredRound> rounds() {
        return RoundRow.listNotInterrupted().stream().map(RoundRow::toRound).toList();
    }

    /** Any round, also an interrupted one: a link to it deserves an answer. */
    public Optional<StoredRound> round(String label) {
        return RoundRow.findByLabel(label).map(RoundRow::toRound);
    }

    /** Absent when none is under way. */
    public Optional<StoredRound> roundUnderWay() {
        return RoundRow.findUnderWay().map(RoundRow::toRound);
    }

    /** The newest published run of each offering of the model that the registry still has, by provider. */
    public List<StoredRun> newestRuns(String modelSlug) {
        return RunRow.listNewest(modelSlug).stream().map(RunRow::toRun).toList();
    }

    /** The published runs of one round, of all models. */
    public List<StoredRun> runsOfRound(String label) {
        return RunRow.listOfRound(label).stream().map(RunRow::toRun).toList();
    }

    /** All published runs of the provider, newest first, also of offerings it no longer has. */
    public List<StoredRun> runsOfProvider(String providerSlug) {
        return RunRow.listOfProvider(providerSlug).stream().map(RunRow::toRun).toList();
    }

    /** Slugs of the models that {@link #newestRuns} has a run of, in alphabetical order. */
    public List<String> measuredModels() {
        return RunRow.listModels();
    }

    /** Absent when there is no such published run. */
    public Optional<StoredRun> run(UUID id) {
        return RunRow.findPublished(id).map(RunRow::toRun);
    }

    /** Every request of a published run in the order of its number; empty when there is no such run. */
    public List<MeasuredRequest> requests(UUID runId) {
        return RequestRow.listPublished(runId).stream()
                .map(RequestRow::toRequest)
                .toList();
    }
}
