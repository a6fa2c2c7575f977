package org.llmperf.leaderboard.pages;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.StoredRun;

import static org.assertj.core.api.Assertions.assertThat;

class AgainstTest {
    private static final Provider ALPHA = InventedRuns.real("alpha");
    private static final StoredRun NOW = InventedRuns.run(ALPHA, "2026-W48", 0.20, 150);
    private static final StoredRun BEFORE = earlier(InventedRuns.run(ALPHA, "2026-W47", 0.40, 150));

    private static StoredRun earlier(StoredRun run) {
        return changed(run, run.verdict(), run.environment(), Duration.ofDays(7));
    }

    private static StoredRun changed(StoredRun run, RunVerdict verdict, RunEnvironment environment, Duration earlier) {
        return new StoredRun(
                run.id(),
                run.roundLabel(),
                run.configuration(),
                run.configurationHash(),
                environment,
                run.startedAt().minus(earlier),
                run.finishedAt().minus(earlier),
                run.wallNanos(),
                verdict,
                run.summary(),
                run.certificate(),
                run.blocks());
    }

    private static Optional<Against> of(StoredRun now, StoredRun before) {
        return Against.of(
                now,
                new MemoryResults(ALPHA).publish(before.roundLabel(), before).publish(now.roundLabel(), now));
    }

    @Test
    void what_changed_is_told_and_what_did_not_is_not() {
        Against against = of(NOW, BEFORE).orElseThrow();

        assertThat(against.before()).isEqualTo(BEFORE);
        assertThat(against.obstacle()).isEmpty();
        // 0.40 to 0.20, both known to a hundredth
        assertThat(against.contrasts().get(Topic.FIRST_TOKEN).text()).matches("0\\.20+\u00a0s earlier");
        assertThat(against.contrasts().get(Topic.THROUGHPUT).text()).isEqualTo("no significant difference");
        assertThat(against.contrasts().get(Topic.RELIABILITY).told()).isFalse();
        assertThat(ResultRow.of(NOW, Optional.of(against)).get(0).against())
                .get()
                .satisfies(told -> assertThat(told.told()).isTrue());
    }

    @Test
    void the_first_run_of_an_offering_has_nothing_to_be_compared_with() {
        assertThat(Against.of(NOW, new MemoryResults(ALPHA).publish("2026-W48", NOW)))
                .isEmpty();
    }

    @Test
    void what_was_measured_in_another_way_is_not_compared() {
        var elsewhere = new RunEnvironment("eu-west-1", "i4i.large", 2, "Linux", "JVM 17", "1.0.0", "0123abc");
        Against against = of(NOW, changed(BEFORE, RunVerdict.VALID, elsewhere, Duration.ZERO))
                .orElseThrow();

        assertThat(against.obstacle()).contains("measured otherwise: region us-west-2, before eu-west-1");
        assertThat(against.contrasts()).isEmpty();
        assertThat(ResultRow.of(NOW, Optional.of(against)))
                .allSatisfy(row -> assertThat(row.against()).isEmpty());
    }

    @Test
    void a_run_that_is_not_valid_says_nothing_of_a_change() {
        StoredRun suspect = changed(BEFORE, RunVerdict.suspect("late"), BEFORE.environment(), Duration.ZERO);
        assertThat(of(NOW, suspect).orElseThrow().obstacle()).contains("that run is not valid");
        assertThat(of(changed(NOW, RunVerdict.suspect("late"), NOW.environment(), Duration.ZERO), BEFORE)
                        .orElseThrow()
                        .obstacle())
                .contains("this run is not valid");
    }
}
