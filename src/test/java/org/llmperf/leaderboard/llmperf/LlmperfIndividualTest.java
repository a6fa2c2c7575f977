package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class LlmperfIndividualTest {

    @Test
    void a_success_follows_llmperfs_formulas() {
        // 9 tokens, 10 with the BOS that LLMPerf counts; content until second 3, the end at second 4
        var row = LlmperfIndividual.of(RunFixture.success(2, 1, 3, 4, 9));

        assertThat(row.errorCode()).isEmpty();
        assertThat(row.errorMessage()).isEmpty();
        assertThat(row.ttft()).hasValue(1);
        assertThat(row.endToEndLatency()).hasValue(4);
        assertThat(row.interTokenLatency()).hasValue(3.0 / 10);
        assertThat(row.outputThroughput()).hasValue(10.0 / 4);
        assertThat(row.outputTokens()).isEqualTo(10);
        assertThat(row.inputTokens()).isEqualTo(550);
        assertThat(row.totalTokens()).isEqualTo(560);
    }

    @Test
    void our_own_figures_stand_beside_under_a_prefix() {
        assertThat(LlmperfIndividual.of(RunFixture.success(2, 1, 3, 4, 9)).others())
                .containsEntry("leaderboard_number", 2)
                .containsEntry("leaderboard_started_at", "2026-11-23T09:00:02Z")
                .containsEntry("leaderboard_outcome", "success")
                .containsEntry("leaderboard_output_tokens", 9)
                .containsEntry("leaderboard_itl", (3.0 - 1) / 8)
                .allSatisfy((key, value) -> assertThat(key).startsWith("leaderboard_"));
    }

    @Test
    void a_refusal_has_its_status_and_no_times() {
        var row = LlmperfIndividual.of(RunFixture.failure(0, Outcome.RATE_LIMITED, "too many requests", 429));

        assertThat(row.errorCode()).hasValue(429);
        assertThat(row.errorMessage()).isEqualTo("too many requests");
        assertThat(row.ttft()).isEmpty();
        assertThat(row.endToEndLatency()).isEmpty();
        assertThat(row.interTokenLatency()).isEmpty();
        assertThat(row.outputThroughput()).isEmpty();
        assertThat(row.totalTokens()).isEqualTo(550 + 1);
    }

    @Test
    void what_the_provider_needs_to_find_a_request_is_kept_for_who_sent_it() {
        var row = LlmperfIndividual.of(RunFixture.failure(4, Outcome.RATE_LIMITED, "too many requests", 429));

        assertThat(row.others())
                .containsEntry("leaderboard_request_id", "req-4")
                .containsEntry("leaderboard_retry_after", "7");
        assertThat(row.withoutRequestId().others())
                .doesNotContainKey("leaderboard_request_id")
                .containsEntry("leaderboard_retry_after", "7");
    }

    @Test
    void a_failure_without_a_status_that_tells_of_it_is_minus_one() {
        assertThat(LlmperfIndividual.of(RunFixture.failure(0, Outcome.DNS, "unknown host", 0))
                        .errorCode())
                .hasValue(-1);
        assertThat(LlmperfIndividual.of(RunFixture.failure(0, Outcome.TRUNCATED, "cut off", 200))
                        .errorCode())
                .hasValue(-1);
    }

    @Test
    void a_row_as_llmperf_writes_it_can_be_read() throws IOException {
        var json = JsonMapper.builder().addModule(new Jdk8Module()).build();
        var row = json.readValue("""
                {"error_code": null, "error_msg": "", "inter_token_latency_s": 0.25, "ttft_s": 1,
                 "end_to_end_latency_s": 4.0, "request_output_throughput_token_per_s": 2.5, "number_total_tokens": 560,
                 "number_output_tokens": 10, "number_input_tokens": 550, "GEN_TEXT": "thy eternal summer"}
                """, LlmperfIndividual.class);

        assertThat(row)
                .isEqualTo(new LlmperfIndividual(
                        OptionalInt.empty(),
                        "",
                        OptionalDouble.of(0.25),
                        OptionalDouble.of(1),
                        OptionalDouble.of(4),
                        OptionalDouble.of(2.5),
                        560,
                        10,
                        550,
                        Map.of("GEN_TEXT", "thy eternal summer")));
    }
}
