package org.llmperf.leaderboard.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.Method;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Phase;
import org.llmperf.leaderboard.measurement.Quantity;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the published method to the code: whoever adds a failure class or a metric has to describe it. */
class MethodologyTest {
    private static String method;

    @BeforeAll
    static void read() throws IOException {
        method = Files.readString(Path.of("docs/methodology.md"));
    }

    @Test
    void every_instant_is_in_the_table() {
        assertThat(Arrays.stream(Moment.values()).map(moment -> "\n| `" + moment.id() + "` |"))
                .allSatisfy(row -> assertThat(method).contains(row));
    }

    @Test
    void every_failure_is_in_the_table() {
        assertThat(Arrays.stream(Outcome.values())
                        .filter(Outcome::failed)
                        .map(outcome -> "\n| `" + outcome.id() + "` |"))
                .allSatisfy(row -> assertThat(method).contains(row));
    }

    @Test
    void every_metric_is_in_the_table_under_its_label() {
        assertThat(Arrays.stream(Metric.values()).map(metric -> "\n| " + metric.label() + " (`" + metric.id() + "`) |"))
                .allSatisfy(row -> assertThat(method).contains(row));
    }

    @Test
    void every_phase_is_in_the_table_with_the_instant_that_ends_it() {
        assertThat(Arrays.stream(Phase.values())
                        .map(phase -> "\n| " + phase.label() + " (`" + phase.id() + "`) | `"
                                + phase.end().id() + "` |"))
                .allSatisfy(row -> assertThat(method).contains(row));
    }

    @Test
    void every_quantity_is_in_the_table_with_its_formula() {
        assertThat(Arrays.stream(Quantity.values())
                        .map(quantity -> "\n| " + quantity.label() + " (`" + quantity.id() + "`) | " + quantity.unit()
                                + " | " + quantity.formula() + " |"))
                .allSatisfy(row -> assertThat(method).contains(row));
    }

    @Test
    void every_quantile_is_named() {
        assertThat(Arrays.stream(Quantile.values()).map(Quantile::id))
                .allSatisfy(id -> assertThat(method).contains(id));
    }

    @Test
    void the_ranking_rule_is_told_in_numbers() {
        assertThat(method)
                .contains("fewer than %d successes".formatted(RankingRule.DEFAULT.minimumSuccesses()))
                .contains("success rate under %.0f %%".formatted(100 * RankingRule.DEFAULT.minimumSuccessRate()));
    }

    @Test
    void the_present_version_is_in_the_change_log() throws IOException {
        assertThat(method).contains("Method version " + Method.VERSION + ",");
        assertThat(Files.readString(Path.of("docs/methodology-changes.md")))
                .contains("\n| " + Method.VERSION + " | ", "\n## Version " + Method.VERSION + ", ");
    }
}
