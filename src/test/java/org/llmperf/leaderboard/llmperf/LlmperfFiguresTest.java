package org.llmperf.leaderboard.llmperf;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class LlmperfFiguresTest {
    private static final MeasuredRequest SHORT = RunFixture.success(0, 1, 3, 4, 9);
    private static final MeasuredRequest LONG = RunFixture.success(1, 2, 4, 5, 19);
    private static final MeasuredRequest REFUSED = RunFixture.failure(2, Outcome.RATE_LIMITED, "too many", 429);

    @Test
    void distributions_are_over_successes_by_linear_interpolation() {
        assertThat(figures(SHORT, LONG, REFUSED))
                .contains(
                        entry("results_ttft_s_quantiles_p25", 1.25),
                        entry("results_ttft_s_quantiles_p50", 1.5),
                        entry("results_ttft_s_quantiles_p90", 1.9),
                        entry("results_ttft_s_mean", 1.5),
                        entry("results_ttft_s_min", 1.0),
                        entry("results_ttft_s_max", 2.0),
                        // of a sample: the squares of two halves, over 2 - 1
                        entry("results_ttft_s_stddev", Math.sqrt(0.5)),
                        entry("results_end_to_end_latency_s_mean", 4.5),
                        entry("results_inter_token_latency_s_mean", (3.0 / 10 + 4.0 / 20) / 2),
                        entry("results_request_output_throughput_token_per_s_mean", (10.0 / 4 + 20.0 / 5) / 2));
    }

    @Test
    void least_and_greatest_token_counts_are_text_as_in_llmperf() {
        assertThat(figures(SHORT, LONG))
                .contains(
                        entry("results_number_input_tokens_min", "550"),
                        entry("results_number_input_tokens_max", "550"),
                        entry("results_number_input_tokens_mean", 550.0),
                        entry("results_number_input_tokens_stddev", 0.0),
                        entry("results_number_output_tokens_min", "10"),
                        entry("results_number_output_tokens_max", "20"),
                        entry("results_number_output_tokens_quantiles_p50", 15.0));
    }

    @Test
    void counts_and_rates_are_those_of_the_whole_run() {
        assertThat(figures(SHORT, LONG, REFUSED))
                .contains(
                        entry("results_num_requests_started", 3),
                        entry("results_error_rate", 1.0 / 3),
                        entry("results_number_errors", 1),
                        entry("results_error_code_frequency", "{429.0: 1}"),
                        entry("results_num_completed_requests", 2),
                        // 10 and 20 tokens in 10 seconds, 2 requests in 10 seconds
                        entry("results_mean_output_throughput_token_per_s", 3.0),
                        entry("results_num_completed_requests_per_min", 12.0));
    }

    @Test
    void the_commonest_error_comes_first() {
        MeasuredRequest unknown = RunFixture.failure(3, Outcome.DNS, "unknown host", 0);
        assertThat(figures(unknown, REFUSED, REFUSED))
                .containsEntry("results_error_code_frequency", "{429.0: 2, -1.0: 1}");
    }

    @Test
    void without_successes_there_are_no_distributions_rather_than_nan() {
        assertThat(figures(REFUSED))
                .containsEntry("results_error_rate", 1.0)
                .containsEntry("results_num_completed_requests_per_min", 0.0)
                .noneSatisfy((key, value) -> assertThat(key).contains("ttft"));
    }

    @Test
    void one_success_has_no_standard_deviation() {
        assertThat(figures(SHORT)).containsEntry("results_ttft_s_mean", 1.0).doesNotContainKey("results_ttft_s_stddev");
    }

    @Test
    void without_any_time_there_are_no_rates() {
        assertThat(LlmperfFigures.of(List.of(), 0))
                .containsEntry("results_num_requests_started", 0)
                .doesNotContainKeys(
                        "results_error_rate",
                        "results_mean_output_throughput_token_per_s",
                        "results_num_completed_requests_per_min");
    }

    private static Map<String, Object> figures(MeasuredRequest... requests) {
        return LlmperfFigures.of(Stream.of(requests).map(LlmperfIndividual::of).toList(), 10);
    }
}
