package org.llmperf.leaderboard.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.llmperf.leaderboard.llmperf.LlmperfIndividual;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Distributions;

/**
 * What LLMPerf's individual responses tell beyond LLMPerf's own summary. Token counts are LLMPerf's, a BOS included.
 *
 * @param errorCodes failed requests by code
 * @param wallSeconds of the whole run; absent when nothing tells of it
 * @param meanConcurrency requests really under way on average; failures, which have no time here, count for nothing
 * @param tokensPerSecond tokens ÷ whole answer of each success
 * @param tokensPerLine of the event stream, over all successes; only where the file lets lines be counted
 * @param latencyShare mean share of the whole answer that inter-token latency × tokens makes up
 * @param generationShare mean share of the whole answer that comes after the first token
 */
public record LlmperfFacts(
        int started,
        int succeeded,
        Map<Integer, Integer> errorCodes,
        OptionalDouble wallSeconds,
        OptionalDouble meanConcurrency,
        Optional<Distribution> ttft,
        Optional<Distribution> outputTokens,
        Optional<Distribution> tokensPerSecond,
        OptionalDouble tokensPerLine,
        OptionalDouble latencyShare,
        OptionalDouble generationShare) {

    static LlmperfFacts of(List<LlmperfIndividual> rows, Era era, OptionalDouble wallSeconds) {
        List<LlmperfIndividual> successes =
                rows.stream().filter(LlmperfIndividual::succeeded).toList();
        List<LlmperfIndividual> timed = successes.stream()
                .filter(row -> row.endToEndLatency().orElse(0) > 0)
                .toList();
        Map<Integer, Integer> errorCodes = new TreeMap<>();
        rows.forEach(row -> row.errorCode().ifPresent(code -> errorCodes.merge(code, 1, Integer::sum)));
        double underWay = rows.stream()
                .mapToDouble(row -> row.endToEndLatency().orElse(0))
                .sum();
        return new LlmperfFacts(
                rows.size(),
                successes.size(),
                errorCodes,
                wallSeconds,
                wallSeconds.isPresent()
                        ? OptionalDouble.of(underWay / wallSeconds.getAsDouble())
                        : OptionalDouble.empty(),
                Distributions.of(successes.stream()
                        .flatMapToDouble(row -> row.ttft().stream())
                        .toArray()),
                distribution(successes, LlmperfIndividual::outputTokens),
                distribution(timed, row -> row.outputTokens() / whole(row)),
                era == Era.LLMPERF_LINES ? tokensPerLine(timed) : OptionalDouble.empty(),
                mean(timed, row -> row.interTokenLatency().orElse(0) * row.outputTokens() / whole(row)),
                mean(timed, row -> 1 - row.ttft().orElse(0) / whole(row)));
    }

    private static double whole(LlmperfIndividual row) {
        return row.endToEndLatency().getAsDouble();
    }

    private static Optional<Distribution> distribution(
            List<LlmperfIndividual> rows, ToDoubleFunction<LlmperfIndividual> value) {
        return Distributions.of(rows.stream().mapToDouble(value).toArray());
    }

    private static OptionalDouble mean(List<LlmperfIndividual> rows, ToDoubleFunction<LlmperfIndividual> value) {
        return rows.stream().mapToDouble(value).average();
    }

    private static OptionalDouble tokensPerLine(List<LlmperfIndividual> rows) {
        double tokens = rows.stream().mapToInt(LlmperfIndividual::outputTokens).sum();
        long lines = rows.stream().mapToLong(row -> Era.lines(row).orElse(0L)).sum();
        return lines > 0 ? OptionalDouble.of(tokens / lines) : OptionalDouble.empty();
    }
}
