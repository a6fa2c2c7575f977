package org.llmperf.leaderboard.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.registry.Registry;

/** What readers may see: published results, and how far the round under way has come. */
public interface Results {

    /** Absent before the first round is published. */
    Optional<Publication> publication();

    /** Every provider and offering that the program knows, whether measured or not. */
    Registry registry();

    /** All published rounds and the one under way, newest first. */
    List<StoredRound> rounds();

    Optional<StoredRound> round(String label);

    /** Absent when none is under way. */
    Optional<StoredRound> roundUnderWay();

    /** The newest published run of each offering of the model. */
    List<StoredRun> newestRuns(String modelSlug);

    /** The published runs of one round, of all models. */
    List<StoredRun> runsOfRound(String label);

    /** All published runs of the provider, newest first. */
    List<StoredRun> runsOfProvider(String providerSlug);

    /** Slugs of the models that have at least one published run, in alphabetical order. */
    List<String> measuredModels();

    /** Absent when there is no such published run. */
    Optional<StoredRun> run(UUID id);

    /** Every request of a published run in the order of its number; empty when there is no such run. */
    List<MeasuredRequest> requests(UUID runId);
}
