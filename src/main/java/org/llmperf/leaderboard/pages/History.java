package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;

/** The last published rounds, the oldest first. */
record History(List<Week> rounds) {
    static final int WEEKS = 12;
    static final History NONE = new History(List.of());

    /** A published round with its runs. */
    record Week(String label, List<StoredRun> runs) {}

    static History read(Results results) {
        var rounds = new ArrayList<>(results.publishedLabels().stream()
                .limit(WEEKS)
                .map(label -> new Week(label, results.runsOfRound(label)))
                .toList());
        Collections.reverse(rounds);
        return new History(rounds);
    }

    boolean told() {
        return rounds.size() > 1;
    }

    /** The newest first. */
    List<String> labels() {
        var labels = new ArrayList<>(rounds.stream().map(Week::label).toList());
        Collections.reverse(labels);
        return labels;
    }

    /** One value for each round, absent where the offering was not measured. */
    List<OptionalDouble> of(String offeringSlug, Metric metric) {
        return rounds.stream()
                .map(week -> week.runs().stream()
                        .filter(run -> run.offering().slug().equals(offeringSlug))
                        .flatMap(run -> Estimate.of(run.summary(), metric).stream())
                        .mapToDouble(Estimate::value)
                        .findFirst())
                .toList();
    }
}
