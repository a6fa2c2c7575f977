package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.store.Results;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Difference;

/**
 * What changed since the same offering's run before.
 *
 * @param obstacle why the two are not compared; absent when they are
 * @param contrasts empty when they are not
 */
public record Against(StoredRun before, Optional<String> obstacle, Map<Topic, Contrast> contrasts) {

    /** Absent for the first run of an offering. */
    static Optional<Against> of(StoredRun run, Results results) {
        return results.runBefore(run).map(before -> of(run, before, results));
    }

    private static Against of(StoredRun run, StoredRun before, Results results) {
        Optional<String> obstacle = obstacle(run, before);
        if (obstacle.isPresent()) {
            return new Against(before, obstacle, Map.of());
        }
        Map<UUID, List<Map<Metric, Double>>> values = results.values(List.of(run.id(), before.id()));
        return new Against(before, obstacle, contrasts(side(run, values), side(before, values)));
    }

    private static ComparedSide side(StoredRun run, Map<UUID, List<Map<Metric, Double>>> values) {
        return new ComparedSide(Series.at(0), run, List.of(), values.getOrDefault(run.id(), List.of()));
    }

    private static Map<Topic, Contrast> contrasts(ComparedSide now, ComparedSide before) {
        Map<Topic, Contrast> contrasts = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            Optional<Difference> difference = now.minus(before, topic.metric());
            contrasts.put(
                    topic,
                    difference
                            .map(found -> Contrast.of(topic, found, Contrast.Scale.of(topic, List.of(found))))
                            .orElse(Contrast.none("too few values")));
        }
        return contrasts;
    }

    /** What is measured in another way, or not well enough, cannot tell what the provider has changed. */
    private static Optional<String> obstacle(StoredRun run, StoredRun before) {
        if (!run.verdict().valid()) {
            return Optional.of("this run is not valid");
        }
        if (!before.verdict().valid()) {
            return Optional.of("that run is not valid");
        }
        var changes = new ArrayList<String>();
        change(
                changes,
                "region",
                run.environment().region(),
                before.environment().region());
        change(changes, "scenario", scenario(run), scenario(before));
        change(
                changes,
                "method version",
                run.configuration().methodVersion(),
                before.configuration().methodVersion());
        change(
                changes,
                "extra parameters",
                Settings.parameters(run.offering()),
                Settings.parameters(before.offering()));
        return changes.isEmpty() ? Optional.empty() : Optional.of("measured otherwise: " + String.join("; ", changes));
    }

    private static void change(List<String> changes, String what, String now, String before) {
        if (!now.equals(before)) {
            changes.add(what + " " + now + ", before " + before);
        }
    }

    private static String scenario(StoredRun run) {
        Scenario scenario = run.configuration().scenario();
        return scenario.id() + " version " + scenario.version();
    }
}
