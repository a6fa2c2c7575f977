package org.llmperf.leaderboard.llmperf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.correctness.CorrectnessResult;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.summary.SuccessRate;

/**
 * Makes LLMPerf's flat summary of a correctness test: its keys, order and types, and behind them the leaderboard's own. Both
 * rates are shares of all requests that ended, failed ones included, as LLMPerf has them; without any they are left out,
 * where LLMPerf divides by zero.
 */
final class CorrectnessSummary {
    private CorrectnessSummary() {}

    static Map<String, Object> of(
            String name,
            CorrectnessResult result,
            String llmApi,
            Map<String, Object> samplingParameters,
            Map<String, String> metadata) {
        RunConfiguration configuration = result.run().configuration();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("version", LlmperfSummary.VERSION);
        keys.put("name", name);
        keys.put("number_errors", result.failed());
        keys.put("num_mismatched_requests", result.mismatched());
        putRate(keys, "error_rate", result.failed(), result);
        putRate(keys, "mismatch_rate", result.mismatched(), result);
        keys.put("num_completed_requests", result.completed());
        keys.put("num_non_errored_requests", result.completed() - result.failed());
        keys.put("model", configuration.offering().providerModel());
        keys.put("num_concurrent_requests", configuration.scenario().load().mostUnderWay());
        LlmperfSummary.putFlat(keys, "additional_sampling_params", samplingParameters);
        keys.put("llm_api", llmApi);
        keys.putAll(metadata);
        keys.put("timestamp", result.run().finishedAt().getEpochSecond());
        putVerdicts(keys, result);
        keys.putAll(LeaderboardKeys.ofQuestions(result.run(), result.summary()));
        return keys;
    }

    private static void putVerdicts(Map<String, Object> keys, CorrectnessResult result) {
        keys.put("leaderboard_num_strictly_mismatched_requests", result.strictlyMismatched());
        putRate(keys, "leaderboard_strict_mismatch_rate", result.strictlyMismatched(), result);
        putShare(keys, "leaderboard_contains_rate", result.contain());
        putShare(keys, "leaderboard_begins_rate", result.begin());
    }

    private static void putRate(Map<String, Object> keys, String key, int count, CorrectnessResult result) {
        if (result.completed() > 0) {
            keys.put(key, (double) count / result.completed());
        }
    }

    private static void putShare(Map<String, Object> keys, String key, Optional<SuccessRate> share) {
        share.ifPresent(found -> {
            keys.put(key, found.rate());
            keys.put(key + "_low", found.interval().low());
            keys.put(key + "_high", found.interval().high());
        });
    }
}
