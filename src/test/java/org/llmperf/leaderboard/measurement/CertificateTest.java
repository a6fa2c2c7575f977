package org.llmperf.leaderboard.measurement;

import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.llmperf.leaderboard.measurement.Certificates.calibration;
import static org.llmperf.leaderboard.measurement.Certificates.load;

class CertificateTest {
    private static final Calibration GOOD = calibration(0.0002, 0.0005);

    @Test
    void what_is_within_the_budget_leaves_no_doubt_however_late_the_simulated_provider_was() {
        assertThat(GOOD.providerLateness().orElseThrow().p50()).isEqualTo(0.5);
        assertThat(Certificates.exact().doubt()).isEmpty();
    }

    @Test
    void late_events_are_told_with_their_budget_before_and_after() {
        assertThat(Certificates.late().doubt())
                .hasValue("our own measuring was not exact enough:"
                        + " before the run events 41.0 ms late at the 99th percentile (budget 20.0 ms);"
                        + " after the run events 41.0 ms late at the 99th percentile (budget 20.0 ms)");
    }

    @Test
    void a_late_first_token_is_told() {
        assertThat(Certificates.of(calibration(0.0061, 0.0005), load(0.001, 0)).doubt())
                .get()
                .asString()
                .contains("first token 6.1 ms late at the median (budget 5.0 ms)");
    }

    @Test
    void late_starts_and_long_pauses_during_the_run_are_told() {
        assertThat(Certificates.of(GOOD, load(0.07, 0.5)).doubt())
                .hasValue("our own measuring was not exact enough:"
                        + " during the run requests started 70.0 ms late at the 99th percentile (budget 50.0 ms),"
                        + " garbage collection stopped the program for 5.0 % of the time (budget 2.0 %)");
    }

    @Test
    void a_busy_machine_that_wakes_threads_late_is_a_doubt() {
        Certificate busy =
                Certificates.of(Certificates.calibration(0.0002, 0.0005), Certificates.load(0.001, 0.01, 0.0131));

        assertThat(busy.doubt())
                .hasValueSatisfying(doubt -> assertThat(doubt)
                        .contains("during the run its threads woke 13.1 ms late at the median (budget 2.0 ms)"));
    }

    @Test
    void a_calibration_that_failed_is_a_doubt() {
        var none = new Calibration(
                5, 20, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(Certificates.of(none, load(0, 0)).doubt())
                .get()
                .asString()
                .contains("20 of 20 requests to the simulated provider failed");
    }

    @Test
    void a_doubt_makes_a_valid_run_suspect_and_leaves_an_invalid_one_invalid() {
        Run valid = Samples.run();
        assertThat(valid.certified(Certificates.exact()).verdict()).isEqualTo(RunVerdict.VALID);
        Run suspect = valid.certified(Certificates.late());
        assertThat(suspect.verdict().status()).isEqualTo(RunVerdict.Status.SUSPECT);
        assertThat(suspect.verdict().valid()).isFalse();
        assertThat(suspect.verdict().reason()).isEqualTo(Certificates.late().doubt());
        assertThat(suspect.certificate()).hasValue(Certificates.late());

        Run invalid = new Run(
                valid.id(),
                valid.configuration(),
                valid.environment(),
                valid.startedAt(),
                valid.finishedAt(),
                valid.wallNanos(),
                valid.requests(),
                RunVerdict.invalid("ours"));
        assertThat(invalid.certified(Certificates.late()).verdict()).isEqualTo(RunVerdict.invalid("ours"));
    }

    @Test
    void budgets_grow_with_concurrency_and_a_run_has_more_than_a_quiet_machine_needs() {
        assertThat(ErrorBudget.quiet(5).ttftP99())
                .isLessThan(ErrorBudget.quiet(6).ttftP99());
        assertThat(ErrorBudget.quiet(100).ttftP99())
                .isLessThan(ErrorBudget.quiet(101).ttftP99());
        for (int concurrency : new int[] {1, 5, 100, 1_000}) {
            ErrorBudget quiet = ErrorBudget.quiet(concurrency);
            ErrorBudget run = ErrorBudget.forRun(concurrency);
            assertThat(run.ttftP50()).isGreaterThan(quiet.ttftP50());
            assertThat(run.ttftP99()).isGreaterThan(quiet.ttftP99());
            assertThat(run.eventP99()).isGreaterThan(quiet.eventP99());
            assertThat(run.lagP99()).isGreaterThan(quiet.lagP99());
        }
    }
}
