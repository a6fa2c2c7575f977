package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.measurement.Certificates;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class ResultFilesTest {
    private static final MeasuredRequest SHORT = RunFixture.success(0, 1, 3, 4, 9);
    private static final MeasuredRequest LONG = RunFixture.success(1, 2, 4, 5, 19);
    private static final MeasuredRequest REFUSED = RunFixture.failure(2, Outcome.RATE_LIMITED, "too many", 429);
    private static final List<String> STATISTICS = List.of(
            "quantiles_p25",
            "quantiles_p50",
            "quantiles_p75",
            "quantiles_p90",
            "quantiles_p95",
            "quantiles_p99",
            "mean",
            "min",
            "max",
            "stddev");

    @TempDir
    Path folder;

    @Test
    void the_summary_has_llmperfs_keys_in_llmperfs_order_and_ours_behind() throws IOException {
        List<String> expected = new ArrayList<>(List.of(
                "version",
                "name",
                "model",
                "mean_input_tokens",
                "stddev_input_tokens",
                "mean_output_tokens",
                "stddev_output_tokens",
                "num_concurrent_requests"));
        for (String series : List.of(
                "inter_token_latency_s",
                "ttft_s",
                "end_to_end_latency_s",
                "request_output_throughput_token_per_s",
                "number_input_tokens",
                "number_output_tokens")) {
            STATISTICS.forEach(statistic -> expected.add("results_" + series + "_" + statistic));
        }
        expected.addAll(List.of(
                "results_num_requests_started",
                "results_error_rate",
                "results_number_errors",
                "results_error_code_frequency",
                "results_mean_output_throughput_token_per_s",
                "results_num_completed_requests",
                "results_num_completed_requests_per_min",
                "timestamp"));

        List<String> keys =
                keys(parse(files(RunFixture.run(SHORT, LONG, REFUSED)).summaryJson()));

        assertThat(keys.subList(0, expected.size())).isEqualTo(expected);
        assertThat(keys.subList(expected.size(), keys.size()))
                .isNotEmpty()
                .allMatch(key -> key.startsWith("leaderboard_"));
    }

    @Test
    void the_summary_says_what_was_tested() throws IOException {
        JsonNode summary = parse(files(RunFixture.run(SHORT, LONG)).summaryJson());

        assertThat(summary.get("version").asText()).isEqualTo("2023-08-31");
        assertThat(summary.get("name").asText()).isEqualTo("meta-llama-Llama-2-70b-chat_550_150_summary");
        assertThat(summary.get("model").asText()).isEqualTo("meta-llama/Llama-2--70b.chat");
        assertThat(summary.get("mean_input_tokens").intValue()).isEqualTo(550);
        assertThat(summary.get("num_concurrent_requests").intValue()).isEqualTo(5);
        assertThat(summary.get("timestamp").longValue()).isEqualTo(RunFixture.START.getEpochSecond() + 10);
        assertThat(summary.get("leaderboard_seed").longValue()).isEqualTo(11111);
        assertThat(summary.get("leaderboard_scenario").asText()).isEqualTo("llmperf-550-150");
        assertThat(summary.get("leaderboard_success_rate").doubleValue()).isEqualTo(1);
        assertThat(summary.get("leaderboard_itl_p50").doubleValue()).isEqualTo((2.0 / 8 + 2.0 / 18) / 2);
    }

    @Test
    void the_summary_says_how_exact_the_measuring_was() throws IOException {
        JsonNode summary = parse(
                files(RunFixture.run(SHORT).certified(Certificates.exact())).summaryJson());

        assertThat(summary.get("leaderboard_error_before_ttft_p50").doubleValue())
                .isEqualTo(0.0002);
        assertThat(summary.get("leaderboard_error_after_events_n").intValue()).isEqualTo(480);
        assertThat(summary.get("leaderboard_schedule_lag_p99").doubleValue()).isEqualTo(0.001);
        assertThat(summary.get("leaderboard_gc_pauses").intValue()).isEqualTo(2);
        assertThat(summary.get("leaderboard_cpu_share").doubleValue()).isEqualTo(0.12);
    }

    @Test
    void parameters_and_metadata_stand_where_llmperf_puts_them() throws IOException {
        Run run = RunFixture.run(Map.of("provider", Map.of("order", List.of("one"))), SHORT);

        JsonNode summary = parse(ResultFiles.of(run, Summarizer.summarise(run), Map.of("framework", "example"))
                .summaryJson());

        List<String> keys = keys(summary);
        assertThat(summary.get("additional_sampling_params_provider_order")
                        .get(0)
                        .asText())
                .isEqualTo("one");
        assertThat(keys.indexOf("additional_sampling_params_provider_order"))
                .isEqualTo(keys.indexOf("num_concurrent_requests") + 1);
        assertThat(summary.get("framework").asText()).isEqualTo("example");
        assertThat(keys.indexOf("framework")).isEqualTo(keys.indexOf("timestamp") - 1);
    }

    @Test
    void individual_responses_look_as_llmperf_writes_them() {
        String json = files(RunFixture.run(LONG, REFUSED)).individualJson();

        assertThat(json).startsWith("""
                        [
                            {
                                "error_code": null,
                                "error_msg": "",
                                "inter_token_latency_s": 0.2,
                                "ttft_s": 2.0,
                                "end_to_end_latency_s": 5.0,
                                "request_output_throughput_token_per_s": 4.0,
                                "number_total_tokens": 570,
                                "number_output_tokens": 20,
                                "number_input_tokens": 550,
                                "leaderboard_number": 1,
                        """).contains("""
                            {
                                "error_code": 429,
                                "error_msg": "too many",
                                "number_total_tokens": 551,
                                "number_output_tokens": 1,
                                "number_input_tokens": 550,
                                "leaderboard_number": 2,
                        """);
    }

    @Test
    void a_run_without_a_single_success_is_still_valid_json() throws IOException {
        JsonNode summary = parse(files(RunFixture.run(REFUSED)).summaryJson());

        assertThat(summary.get("results_error_rate").doubleValue()).isEqualTo(1);
        assertThat(summary.has("results_ttft_s_mean")).isFalse();
    }

    @Test
    void both_files_are_written_and_replaced() throws IOException {
        Path results = folder.resolve("new").resolve("results");
        files(RunFixture.run(SHORT)).writeTo(results);

        List<Path> written = files(RunFixture.run(SHORT, LONG)).writeTo(results);

        assertThat(written)
                .containsExactly(
                        results.resolve("meta-llama-Llama-2-70b-chat_550_150_summary.json"),
                        results.resolve("meta-llama-Llama-2-70b-chat_550_150_individual_responses.json"));
        assertThat(results).isDirectoryNotContaining("glob:**.part");
        assertThat(parse(Files.readString(written.get(1)))).hasSize(2);
    }

    private static ResultFiles files(Run run) {
        return ResultFiles.of(run, Summarizer.summarise(run), Map.of());
    }

    private static JsonNode parse(String json) throws IOException {
        return JsonMapper.builder().build().readTree(json);
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
