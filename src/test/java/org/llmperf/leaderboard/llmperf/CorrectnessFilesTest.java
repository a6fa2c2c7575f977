package org.llmperf.leaderboard.llmperf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.llmperf.leaderboard.correctness.CheckedAnswer;
import org.llmperf.leaderboard.correctness.CorrectnessResult;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.summary.Summarizer;
import org.llmperf.leaderboard.trace.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class CorrectnessFilesTest {
    /** In the order in which LLMPerf's own program writes them. */
    private static final List<String> SUMMARY_KEYS = List.of(
            "version",
            "name",
            "number_errors",
            "num_mismatched_requests",
            "error_rate",
            "mismatch_rate",
            "num_completed_requests",
            "num_non_errored_requests",
            "model",
            "num_concurrent_requests",
            "additional_sampling_params_top_p",
            "llm_api",
            "machine",
            "timestamp");

    private static final MeasuredRequest ANSWER = RunFixture.success(0, 1, 4, 5, 7);

    private static CheckedAnswer checked(MeasuredRequest request, boolean contains, boolean begins) {
        return new CheckedAnswer(request.trace(), "Which?", 42, contains, begins);
    }

    private static CorrectnessFiles files(Map<String, Object> parameters, CheckedAnswer... answers) {
        List<MeasuredRequest> requests = new ArrayList<>();
        for (CheckedAnswer answer : answers) {
            requests.add(
                    answer.failed()
                            ? RunFixture.failure(
                                    answer.trace().number(), answer.trace().outcome(), "no", 429)
                            : ANSWER);
        }
        Run run = RunFixture.run(parameters, requests.toArray(MeasuredRequest[]::new));
        var result = new CorrectnessResult(run, Summarizer.summarise(run), List.of(answers));
        return CorrectnessFiles.of(result, "litellm", Map.of("top_p", 1), Map.of("machine", "test"));
    }

    private static CorrectnessFiles fourAnswers() {
        return files(
                Map.of(),
                checked(ANSWER, true, true),
                checked(ANSWER, true, false),
                checked(ANSWER, false, false),
                checked(RunFixture.failure(3, Outcome.RATE_LIMITED, "slow down", 429), false, false));
    }

    @Test
    void the_summary_has_llmperf_s_keys_in_its_order_and_ours_behind_them() {
        List<String> keys = new ArrayList<>(fourAnswers().summary().keySet());
        assertThat(keys.subList(0, SUMMARY_KEYS.size())).isEqualTo(SUMMARY_KEYS);
        assertThat(keys.subList(SUMMARY_KEYS.size(), keys.size()))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).startsWith("leaderboard_"));
    }

    @Test
    void both_verdicts_stand_side_by_side_and_rates_are_shares_of_all_that_ended() {
        assertThat(fourAnswers().summary())
                .containsEntry("name", "meta-llama-Llama-2-70b-chat_correctness_summary")
                .containsEntry("model", "meta-llama/Llama-2--70b.chat")
                .containsEntry("number_errors", 1)
                .containsEntry("error_rate", 0.25)
                .containsEntry("num_mismatched_requests", 1)
                .containsEntry("mismatch_rate", 0.25)
                .containsEntry("leaderboard_num_strictly_mismatched_requests", 2)
                .containsEntry("leaderboard_strict_mismatch_rate", 0.5)
                .containsEntry("num_completed_requests", 4)
                .containsEntry("num_non_errored_requests", 3)
                .containsEntry("leaderboard_contains_rate", 2.0 / 3)
                .containsEntry("leaderboard_begins_rate", 1.0 / 3)
                .containsEntry("leaderboard_outcome_success", 3)
                .containsEntry("leaderboard_outcome_rate_limited", 1)
                .containsEntry("llm_api", "litellm");
    }

    @Test
    void without_any_answer_there_are_counts_and_no_rates() {
        assertThat(files(Map.of()).summary())
                .containsEntry("num_completed_requests", 0)
                .doesNotContainKeys("error_rate", "mismatch_rate", "leaderboard_contains_rate");
    }

    @Test
    void a_row_is_llmperf_s_with_the_verdicts_beside(@TempDir Path folder) throws IOException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("max_tokens", null);
        parameters.put("temperature", 0.0);
        List<Path> written = files(parameters, checked(ANSWER, true, false)).writeTo(folder.resolve("new"));
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "meta-llama-Llama-2-70b-chat_correctness_summary.json",
                        "meta-llama-Llama-2-70b-chat_correctness_individual_responses.json");
        assertThat(Files.readString(written.get(1))).isEqualTo("""
                [
                    {
                        "metrics": {
                            "error_code": null,
                            "error_msg": "",
                            "inter_token_latency_s": 4.0,
                            "ttft_s": 1.0,
                            "end_to_end_latency_s": 5.0,
                            "request_output_throughput_token_per_s": 0.0,
                            "number_total_tokens": 0,
                            "number_output_tokens": 0,
                            "number_input_tokens": 0
                        },
                        "generated_text": "",
                        "request_config": {
                            "model": "meta-llama/Llama-2--70b.chat",
                            "prompt": [
                                "Which?",
                                0
                            ],
                            "sampling_params": {
                                "temperature": 0.0
                            },
                            "llm_api": "litellm",
                            "metadata": {
                                "rnd_number": 42
                            }
                        },
                        "leaderboard_number": 0,
                        "leaderboard_outcome": "success",
                        "leaderboard_contains": true,
                        "leaderboard_begins": false
                    }
                ]""");
    }

    @Test
    void a_failed_row_has_its_code_and_class_and_no_times() throws IOException {
        JsonNode row = new ObjectMapper()
                .readTree(FilePair.json(fourAnswers().individual()))
                .get(3);
        assertThat(row.path("metrics").path("error_code").asInt()).isEqualTo(429);
        assertThat(row.path("metrics").path("error_msg").asText()).isEqualTo("slow down");
        assertThat(row.path("metrics").has("ttft_s")).isFalse();
        assertThat(row.path("leaderboard_outcome").asText()).isEqualTo("rate_limited");
    }

    @Test
    void no_other_command_takes_them_for_a_load_test(@TempDir Path folder) {
        List<Path> written = fourAnswers().writeTo(folder);
        assertThat(ResultPair.find(folder)).isEmpty();
        assertThat(written).map(ResultPair::with).containsOnly(Optional.empty());
    }
}
