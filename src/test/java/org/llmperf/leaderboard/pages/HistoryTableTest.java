package org.llmperf.leaderboard.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Provider;
import org.llmperf.leaderboard.store.HistoryPoint;
import org.llmperf.leaderboard.store.RoundHead;
import org.llmperf.leaderboard.store.StoredRound;
import org.llmperf.leaderboard.store.StoredRun;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTableTest {
    private static final Provider ALPHA = InventedRuns.real("alpha");
    private static final Provider BETA = InventedRuns.real("beta");
    private static final List<RoundHead> ROUNDS =
            List.of(head("2026-W48", "2"), head("2026-W47", "2"), head("2026-W46", "1"));

    private static RoundHead head(String label, String method) {
        return new RoundHead(
                label,
                StoredRound.State.PUBLISHED,
                "us-west-2",
                "llmperf-550-150",
                1,
                method,
                Instant.parse("2026-11-23T09:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                2,
                2);
    }

    private static HistoryPoint point(StoredRun run, RunVerdict verdict) {
        return new HistoryPoint(
                run.offering().slug(),
                run.roundLabel(),
                run.id(),
                run.startedAt(),
                verdict,
                run.summary().success(),
                run.summary().distribution(Metric.TTFT));
    }

    private static HistoryPoint point(Provider provider, String round, double ttft) {
        return point(InventedRuns.run(provider, round, ttft, 150), RunVerdict.VALID);
    }

    private static HistoryTable table(HistoryPoint... points) {
        return HistoryTable.of(
                Topic.FIRST_TOKEN,
                ROUNDS,
                List.of(
                        HistoryTable.Subject.of(ALPHA, "llama-3.3-70b", Series.at(0)),
                        HistoryTable.Subject.of(BETA, "llama-3.3-70b", Series.at(1))),
                List.of(points));
    }

    @Test
    void a_round_without_a_result_is_a_gap_and_an_invalid_run_has_no_figure() {
        HistoryTable table = table(
                point(ALPHA, "2026-W46", 0.2),
                point(
                        InventedRuns.run(ALPHA, "2026-W48", 9, 150),
                        RunVerdict.invalid("The measuring machine itself was late.")),
                point(BETA, "2026-W47", 0.3));
        assertThat(table.rounds()).containsExactly("2026-W48", "2026-W47", "2026-W46");
        List<Optional<HistoryTable.Value>> alpha = table.lines().get(0).cells();
        assertThat(alpha.get(0)).hasValueSatisfying(value -> {
            assertThat(value.verdict()).isEqualTo(RunVerdict.Status.INVALID);
            assertThat(value.figure()).isEmpty();
        });
        assertThat(alpha.get(1)).isEmpty();
        assertThat(alpha.get(2)).hasValueSatisfying(value -> {
            assertThat(value.figure()).contains(new Cell("0.20", "0.2"));
            assertThat(value.low()).contains(new Cell("0.19", "0.19"));
            assertThat(value.high()).contains(new Cell("0.21", "0.21"));
        });
        assertThat(table.told()).isTrue();
    }

    @Test
    void the_text_names_what_changed_most() {
        // alpha gains a tenth, beta loses a quarter
        HistoryTable table = table(
                point(ALPHA, "2026-W46", 0.2),
                point(ALPHA, "2026-W48", 0.22),
                point(BETA, "2026-W46", 0.4),
                point(BETA, "2026-W48", 0.3));
        assertThat(table.text())
                .isEqualTo(
                        "3 rounds, 2026-W46 to 2026-W48. Beta changed most: from 0.40\u00a0s to 0.30\u00a0s (−25\u00a0%).");
    }

    @Test
    void a_change_of_the_measurement_is_told_where_it_began() {
        assertThat(table(point(ALPHA, "2026-W46", 0.2)).changes())
                .containsExactly(new RoundChange(
                        "2026-W47", "method version 2", "From 2026-W47 on: method version 2, before 1."));
    }

    @Test
    void nothing_measured_is_no_line() {
        assertThat(table().told()).isFalse();
        assertThat(table().lines()).hasSize(2);
    }
}
