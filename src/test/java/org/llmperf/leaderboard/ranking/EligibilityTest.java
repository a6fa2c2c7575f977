package org.llmperf.leaderboard.ranking;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class EligibilityTest {
    private static final Eligibility DEFAULT = new Eligibility(RankingRule.DEFAULT);
    private static final Map<Metric, Distribution> FAST =
            Summaries.everyMetric(Summaries.distribution(100, 1, new Interval(1, 1)));

    @Test
    void a_good_run_meets_no_obstacle() {
        for (Metric metric : Metric.RANKABLE) {
            assertThat(DEFAULT.obstacle(metric, Summaries.of(1, 1, 1), RunVerdict.VALID))
                    .isEmpty();
        }
    }

    @Test
    void failures_are_told_in_numbers() {
        assertThat(obstacle(Map.of(Outcome.SUCCESS, 20, Outcome.RATE_LIMITED, 130)))
                .isEqualTo("20 of 150 requests succeeded; 130 were rate limited (HTTP 429)."
                        + " A rank needs 100 successes and a success rate of 90 %.");
    }

    @Test
    void the_most_frequent_failure_comes_first_and_one_is_singular() {
        assertThat(obstacle(Map.of(Outcome.SUCCESS, 130, Outcome.RATE_LIMITED, 1, Outcome.STALL_TIMEOUT, 19)))
                .startsWith("130 of 150 requests succeeded; 19 stalled, 1 was rate limited (HTTP 429).");
    }

    @Test
    void enough_successes_do_not_make_up_for_a_low_rate() {
        assertThat(obstacle(Map.of(Outcome.SUCCESS, 134, Outcome.HTTP_5XX, 16))).startsWith("134 of 150");
        assertThat(DEFAULT.obstacle(
                        Metric.TTFT,
                        Summaries.of(Map.of(Outcome.SUCCESS, 135, Outcome.HTTP_5XX, 15), FAST),
                        RunVerdict.VALID))
                .isEmpty();
    }

    @Test
    void a_small_run_without_failures_has_too_few_successes() {
        assertThat(obstacle(Map.of(Outcome.SUCCESS, 99)))
                .isEqualTo("99 of 99 requests succeeded. A rank needs 100 successes and a success rate of 90 %.");
    }

    @Test
    void the_rule_is_told_as_it_is_set() {
        var strict = new Eligibility(new RankingRule(10, 0.995));
        var summary = Summaries.of(Map.of(Outcome.SUCCESS, 148, Outcome.TRUNCATED, 2), FAST);

        assertThat(strict.obstacle(Metric.TTFT, summary, RunVerdict.VALID).orElseThrow())
                .endsWith("A rank needs 10 successes and a success rate of 99.5 %.");
    }

    @Test
    void an_invalid_run_is_out_whatever_its_figures() {
        RunVerdict verdict = RunVerdict.invalid("the run ended after 30 min with 40 of 150 requests");

        assertThat(DEFAULT.obstacle(Metric.TTFT, Summaries.of(1, 1, 1), verdict))
                .contains("Invalid run: the run ended after 30 min with 40 of 150 requests.");
    }

    @Test
    void a_suspect_run_is_out_whatever_its_figures() {
        RunVerdict verdict = RunVerdict.suspect("our own measuring was not exact enough: events 41.0 ms late");

        assertThat(DEFAULT.obstacle(Metric.TTFT, Summaries.of(1, 1, 1), verdict))
                .contains("Suspect run: our own measuring was not exact enough: events 41.0 ms late.");
    }

    @Test
    void no_request_is_no_rate() {
        assertThat(obstacle(Map.of())).isEqualTo("No request was started.");
    }

    @Test
    void a_metric_without_values_keeps_from_its_own_ranking_only() {
        RunSummary summary = Summaries.of(Map.of(Outcome.SUCCESS, 150), Map.of());

        assertThat(DEFAULT.obstacle(Metric.ITL, summary, RunVerdict.VALID))
                .contains("No request has a value for \"Time per token after the first\".");
        assertThat(DEFAULT.obstacle(Metric.SUCCESS_RATE, summary, RunVerdict.VALID))
                .isEmpty();
    }

    @Test
    void a_few_values_are_no_sample_of_many_successes() {
        RunSummary summary = Summaries.of(
                Map.of(Outcome.SUCCESS, 150),
                Map.of(Metric.ITL, Summaries.distribution(12, 0.001, new Interval(0.001, 0.001))));

        assertThat(DEFAULT.obstacle(Metric.ITL, summary, RunVerdict.VALID))
                .contains("Only 12 of 150 requests have a value for \"Time per token after the first\".");
    }

    @Test
    void without_an_interval_there_is_no_rank_even_if_the_rule_would_allow_one() {
        var lenient = new Eligibility(new RankingRule(1, 0));
        RunSummary summary =
                Summaries.of(Map.of(Outcome.SUCCESS, 3), Summaries.everyMetric(Summaries.distribution(3, 1, null)));

        assertThat(lenient.obstacle(Metric.TTFT, summary, RunVerdict.VALID))
                .contains("Only 3 of 3 requests have a value for \"First token\".");
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = "SUCCESS")
    void every_failure_has_words(Outcome outcome) {
        assertThat(FailureWords.after("; ", Map.of(outcome, 2, Outcome.SUCCESS, 1)))
                .startsWith("; 2 ")
                .hasSizeGreaterThan(8);
    }

    private static String obstacle(Map<Outcome, Integer> outcomes) {
        return DEFAULT.obstacle(Metric.TTFT, Summaries.of(outcomes, FAST), RunVerdict.VALID)
                .orElseThrow();
    }
}
