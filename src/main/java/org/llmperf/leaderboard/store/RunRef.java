package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.RunVerdict;

/**
 * Which published run, and what may change of it.
 *
 * @param withheldReason null unless a maintainer withholds it
 */
record RunRef(UUID id, String roundLabel, String withheldReason) {
    private static final String SELECT =
            "select run.id, round.label, run.withheldReason from RunRow run join run.round round"
                    + " where round.publishedAt is not null and ";
    private static final String NEWEST = "select run.id, run.round.label, run.withheldReason from NewestRunRow n"
            + " join RunRow run on run.id = n.runId where ";
    private static final String BY_MODEL = " order by run.offering.model, run.offering.provider.slug";

    static List<RunRef> ofRound(String label) {
        return list(SELECT + "round.label = ?1" + BY_MODEL, label);
    }

    static List<RunRef> ofRound(String label, String model) {
        return list(SELECT + "round.label = ?1 and run.offering.model = ?2" + BY_MODEL, label, model);
    }

    static List<RunRef> ofRound(String label, String model, List<String> providers) {
        return list(
                SELECT + "round.label = ?1 and run.offering.model = ?2 and run.offering.provider.slug in ?3" + BY_MODEL,
                label,
                model,
                providers);
    }

    /** The newest first. */
    static List<RunRef> ofProvider(String provider, List<String> labels) {
        return list(
                SELECT + "run.offering.provider.slug = ?1 and round.label in ?2 order by run.startedAt desc",
                provider,
                labels);
    }

    static List<RunRef> of(UUID id) {
        return list(SELECT + "run.id = ?1", id);
    }

    /** The newest of the same offering from an earlier round; one at most. */
    static List<RunRef> before(UUID id) {
        return find(
                        SELECT + "exists (from RunRow one where one.id = ?1 and one.offering = run.offering"
                                + " and one.round != run.round and run.startedAt < one.startedAt)"
                                + " order by run.startedAt desc",
                        id)
                .page(0, 1)
                .list();
    }

    /** Of the offerings that the registry still has. */
    static List<RunRef> newestOfModels(List<String> models) {
        return list(NEWEST + "n.offering.model in ?1 and n.offering.current" + BY_MODEL, models);
    }

    /** Also of offerings that the registry no longer has. */
    static List<RunRef> newestOfProvider(String provider) {
        return list(NEWEST + "n.offering.provider.slug = ?1" + BY_MODEL, provider);
    }

    /** What a maintainer decided weighs more than what was measured. */
    StoredRun standing(StoredRun measured) {
        return withheldReason == null ? measured : measured.with(RunVerdict.withheld(withheldReason));
    }

    private static List<RunRef> list(String query, Object... parameters) {
        return find(query, parameters).list();
    }

    private static PanacheQuery<RunRef> find(String query, Object... parameters) {
        return RunRow.find(query, parameters).project(RunRef.class);
    }
}
