package org.llmperf.leaderboard.llmperf;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Distributions;
import org.llmperf.leaderboard.summary.Quantile;

/**
 * The keys {@code results_...} of LLMPerf's summary, which follow from the individual responses and the wall time alone.
 * What has no value is left out, where LLMPerf writes NaN, which is no JSON.
 */
public final class LlmperfFigures {
    private static final List<Quantile> QUANTILES =
            List.of(Quantile.P25, Quantile.P50, Quantile.P75, Quantile.P90, Quantile.P95, Quantile.P99);

    /** What has a distribution, in LLMPerf's order. */
    private enum Series {
        INTER_TOKEN_LATENCY_S(LlmperfIndividual::interTokenLatency),
        TTFT_S(LlmperfIndividual::ttft),
        END_TO_END_LATENCY_S(LlmperfIndividual::endToEndLatency),
        REQUEST_OUTPUT_THROUGHPUT_TOKEN_PER_S(LlmperfIndividual::outputThroughput),
        NUMBER_INPUT_TOKENS(row -> OptionalDouble.of(row.inputTokens())),
        NUMBER_OUTPUT_TOKENS(row -> OptionalDouble.of(row.outputTokens()));

        private final Function<LlmperfIndividual, OptionalDouble> value;

        Series(Function<LlmperfIndividual, OptionalDouble> value) {
            this.value = value;
        }

        private String key() {
            return "results_" + name().toLowerCase(Locale.ROOT) + "_";
        }

        /** A quirk of LLMPerf's: the least and greatest of whole numbers stand in its file as text. */
        private Object extreme(double value) {
            boolean whole = this == NUMBER_INPUT_TOKENS || this == NUMBER_OUTPUT_TOKENS;
            return whole ? Long.toString((long) value) : (Object) value;
        }
    }

    private LlmperfFigures() {}

    /** @param wallSeconds from the first start to the last end; without a positive one there are no rates */
    public static Map<String, Object> of(List<LlmperfIndividual> rows, double wallSeconds) {
        List<LlmperfIndividual> successes =
                rows.stream().filter(LlmperfIndividual::succeeded).toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Series series : Series.values()) {
            double[] values = successes.stream()
                    .map(series.value)
                    .flatMapToDouble(OptionalDouble::stream)
                    .toArray();
            Distributions.withoutInterval(values).ifPresent(d -> put(figures, series, d));
        }
        int errors = rows.size() - successes.size();
        figures.put("results_num_requests_started", rows.size());
        if (!rows.isEmpty()) {
            figures.put("results_error_rate", (double) errors / rows.size());
        }
        figures.put("results_number_errors", errors);
        figures.put("results_error_code_frequency", errorCodes(rows));
        boolean rates = wallSeconds > 0;
        if (rates) {
            double tokens =
                    successes.stream().mapToInt(LlmperfIndividual::outputTokens).sum();
            figures.put("results_mean_output_throughput_token_per_s", tokens / wallSeconds);
        }
        figures.put("results_num_completed_requests", successes.size());
        if (rates) {
            figures.put("results_num_completed_requests_per_min", successes.size() / wallSeconds * 60);
        }
        return figures;
    }

    /** The figures of ours that stand in a summary beside LLMPerf's and follow from the rows alone. */
    public static Map<String, Object> own(List<LlmperfIndividual> rows) {
        return LeaderboardKeys.of(rows);
    }

    private static void put(Map<String, Object> figures, Series series, Distribution distribution) {
        String key = series.key();
        QUANTILES.forEach(quantile -> figures.put(key + "quantiles_" + quantile.id(), distribution.quantile(quantile)));
        figures.put(key + "mean", distribution.mean());
        figures.put(key + "min", series.extreme(distribution.min()));
        figures.put(key + "max", series.extreme(distribution.max()));
        distribution.standardDeviation().ifPresent(deviation -> figures.put(key + "stddev", deviation));
    }

    /** As Python prints a dictionary, the commonest code first; pandas makes codes floating-point numbers. */
    private static String errorCodes(List<LlmperfIndividual> rows) {
        Map<Integer, Long> counts = rows.stream()
                .filter(row -> !row.succeeded())
                .collect(Collectors.groupingBy(
                        row -> row.errorCode().getAsInt(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> (double) entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
