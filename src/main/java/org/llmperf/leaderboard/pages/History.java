package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;

/** The runs of the last published rounds, the oldest round first. */
record History(List<List<StoredRun>> rounds) {
    static final int WEEKS = 12;
    static final History NONE = new History(List.of());

    static History read(Results results) {
        List<String> labels = results.rounds().stream()
                .filter(round -> round.state() == StoredRound.State.PUBLISHED)
                .limit(WEEKS)
                .map(StoredRound::label)
                .toList();
        var rounds = new ArrayList<List<StoredRun>>();
        for (String label : labels) {
            rounds.add(0, results.runsOfRound(label));
        }
        return new History(rounds);
    }

    boolean told() {
        return rounds.size() > 1;
    }

    /** One value for each round, absent where the offering was not measured. */
    List<OptionalDouble> of(String offeringSlug, Metric metric) {
        return rounds.stream()
                .map(runs -> runs.stream()
                        .filter(run -> run.offering().slug().equals(offeringSlug))
                        .flatMap(run -> Estimate.of(run.summary(), metric).stream())
                        .mapToDouble(Estimate::value)
                        .findFirst())
                .toList();
    }
}
