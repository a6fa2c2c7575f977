package org.llmperf.leaderboard.llmperf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.scenario.LoadShape;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.summary.RunSummary;

/** Makes LLMPerf's flat summary: its keys, order and types, and behind them the leaderboard's own. */
final class LlmperfSummary {
    /** Of the file format, as LLMPerf writes it to this day. */
    static final String VERSION = "2023-08-31";

    private static final double NANOS = 1e9;

    private LlmperfSummary() {}

    /**
     * @param name of the summary, without {@code .json}
     * @param metadata of the user's; a key that describes the test replaces it, as in LLMPerf
     */
    static Map<String, Object> of(
            String name, Run run, RunSummary summary, List<LlmperfIndividual> rows, Map<String, String> metadata) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("version", VERSION);
        keys.put("name", name);
        putTest(keys, run.configuration());
        keys.putAll(LlmperfFigures.of(rows, run.wallNanos() / NANOS));
        keys.putAll(metadata);
        // LLMPerf stamps the writing; the end of the run is as near, and the same file comes out whenever it is asked
        // for
        keys.put("timestamp", run.finishedAt().getEpochSecond());
        keys.putAll(LeaderboardKeys.of(run, summary));
        return keys;
    }

    private static void putTest(Map<String, Object> keys, RunConfiguration configuration) {
        Scenario scenario = configuration.scenario();
        keys.put("model", configuration.offering().providerModel());
        keys.put("mean_input_tokens", scenario.inputTokens().mean());
        keys.put("stddev_input_tokens", scenario.inputTokens().standardDeviation());
        keys.put("mean_output_tokens", scenario.outputTokens().mean());
        keys.put("stddev_output_tokens", scenario.outputTokens().standardDeviation());
        if (scenario.load() instanceof LoadShape.ClosedLoop closedLoop) {
            keys.put("num_concurrent_requests", closedLoop.workers());
        }
        putFlat(keys, "additional_sampling_params", configuration.offering().parameters());
    }

    /** LLMPerf joins the keys of nested mappings by underscores. */
    static void putFlat(Map<String, Object> keys, String prefix, Map<?, ?> nested) {
        nested.forEach((key, value) -> {
            String joined = prefix + "_" + key;
            if (value instanceof Map<?, ?> inner) {
                putFlat(keys, joined, inner);
            } else {
                keys.put(joined, value);
            }
        });
    }
}
