package org.llmperf.leaderboard.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.llmperf.ErrorCodes;
import org.llmperf.leaderboard.llmperf.LlmperfFigures;
import org.llmperf.leaderboard.llmperf.LlmperfIndividual;
import org.llmperf.leaderboard.llmperf.ResultFiles;

/**
 * A run in LLMPerf's two files, every figure recomputed: the summary's from the individual responses, and within those
 * what follows from other values of the row.
 *
 * @param recomputed the summary's figures {@code results_...}
 * @param comparison of summary and rows; keys of a row begin with its number, as {@code [17].}
 * @param notes where the published figures say less, or something else, than a reader will think
 */
public record LlmperfAudit(
        ResultFiles files,
        Era era,
        Map<String, Object> recomputed,
        Comparison comparison,
        LlmperfFacts facts,
        List<String> notes) {
    private static final String RESULTS = "results_";
    private static final String PER_MINUTE = "results_num_completed_requests_per_min";
    private static final String ERROR_CODES = "results_error_code_frequency";
    private static final String WALL = "leaderboard_wall_s";
    private static final double MINUTE = 60;

    public static LlmperfAudit of(ResultFiles files) {
        Era era = Era.of(files);
        OptionalDouble wall = wallSeconds(files);
        // without a success all rates are 0, whatever the time
        Map<String, Object> recomputed = LlmperfFigures.of(files.individual(), wall.orElse(1));
        LlmperfFacts facts = LlmperfFacts.of(files.individual(), era, wall);
        return new LlmperfAudit(
                files,
                era,
                recomputed,
                summary(files, recomputed, wall).and(rows(files.individual(), era)),
                facts,
                LlmperfNotes.of(files.summary(), era, facts));
    }

    /** When LLMPerf wrote the summary. */
    public Optional<Instant> writtenAt() {
        return number(files.summary().get("timestamp")).map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }

    /**
     * LLMPerf's files do not hold the time that a run took; it follows from the requests a minute, which is then the one
     * figure that is not compared. Absent without any success.
     */
    private static OptionalDouble wallSeconds(ResultFiles files) {
        Optional<Double> own = number(files.summary().get(WALL)).map(Number::doubleValue);
        long successes =
                files.individual().stream().filter(LlmperfIndividual::succeeded).count();
        return own.or(() -> number(files.summary().get(PER_MINUTE))
                        .map(Number::doubleValue)
                        .filter(perMinute -> perMinute > 0 && successes > 0)
                        .map(perMinute -> successes * MINUTE / perMinute))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static Comparison summary(ResultFiles files, Map<String, Object> recomputed, OptionalDouble wall) {
        Map<String, Object> published = figures(files.summary());
        Map<String, Object> own = figures(recomputed);
        if (wall.isPresent() && !files.summary().containsKey(WALL)) {
            published.remove(PER_MINUTE);
            own.remove(PER_MINUTE);
        }
        LlmperfFigures.own(files.individual()).forEach((key, value) -> {
            published.put(key, files.summary().get(key));
            own.put(key, value);
        });
        return Comparison.of(published, own);
    }

    private static Map<String, Object> figures(Map<String, Object> summary) {
        Map<String, Object> figures = new LinkedHashMap<>();
        summary.forEach((key, value) -> {
            if (key.startsWith(RESULTS)) {
                figures.put(key, key.equals(ERROR_CODES) ? ErrorCodes.read(String.valueOf(value)) : value);
            }
        });
        return figures;
    }

    private static Comparison rows(List<LlmperfIndividual> rows, Era era) {
        Map<String, Object> published = new LinkedHashMap<>();
        Map<String, Object> recomputed = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            LlmperfIndividual row = rows.get(i);
            String total = "[" + i + "].number_total_tokens";
            published.put(total, row.totalTokens());
            recomputed.put(total, row.inputTokens() + row.outputTokens());
            if (row.succeeded() && row.outputThroughput().isPresent()) {
                String throughput = "[" + i + "].request_output_throughput_token_per_s";
                published.put(throughput, row.outputThroughput().getAsDouble());
                recomputed.put(throughput, throughput(row, era));
            }
        }
        return Comparison.of(published, recomputed);
    }

    private static Object throughput(LlmperfIndividual row, Era era) {
        long count = era == Era.LLMPERF_LINES ? Era.lines(row).orElse(0L) : row.outputTokens();
        return row.endToEndLatency().isPresent() ? count / row.endToEndLatency().getAsDouble() : null;
    }

    private static Optional<Number> number(Object value) {
        return value instanceof Number number && !Double.isNaN(number.doubleValue())
                ? Optional.of(number)
                : Optional.empty();
    }
}
