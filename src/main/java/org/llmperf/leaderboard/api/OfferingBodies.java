package org.llmperf.leaderboard.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.store.Publication;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

/** Joins offerings with what is known of them now. */
@ApplicationScoped
class OfferingBodies {
    private final Results results;

    OfferingBodies(Results results) {
        this.results = results;
    }

    /**
     * @param current offerings of the registry
     * @param newest runs, also of offerings that have left the registry; those come last
     */
    List<OfferingBody> of(List<Offering> current, List<StoredRun> newest) {
        Map<String, StoredRun> runs =
                newest.stream().collect(Collectors.toMap(run -> run.offering().slug(), Function.identity()));
        Map<String, String> notes = notes();
        var bodies = new ArrayList<OfferingBody>();
        for (Offering offering : current) {
            bodies.add(OfferingBody.of(
                    offering,
                    Optional.ofNullable(runs.remove(offering.slug())),
                    Optional.ofNullable(notes.get(offering.slug()))));
        }
        newest.stream()
                .filter(run -> runs.containsKey(run.offering().slug()))
                .map(run -> OfferingBody.of(run.offering(), Optional.of(run), Optional.of("no longer in the registry")))
                .forEach(bodies::add);
        return bodies;
    }

    private Map<String, String> notes() {
        return results.publication()
                .map(Publication::roundLabel)
                .flatMap(results::round)
                .map(round -> round.entries().stream()
                        .filter(entry -> entry.note().isPresent())
                        .collect(Collectors.toMap(
                                entry -> entry.offering().slug(),
                                entry -> entry.note().orElseThrow())))
                .orElse(Map.of());
    }
}
