package org.llmperf.leaderboard.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;

/** What a reader of LLMPerf's published figures should know, in sentences. Each stands only where the files show it. */
final class LlmperfNotes {
    /** Of LLMPerf's own {@code --timeout}, in seconds. */
    private static final double DEFAULT_TIMEOUT = 90;

    private static final double FULL = 0.9;
    private static final double OUTLIER = 10;
    private static final double SHORT = 0.9;
    private static final double MOST = 1e7;

    /** Beyond the length asked for: the BOS, and one for a tokenizer that counts otherwise than the provider's. */
    private static final int SLACK = 2;

    private final Map<String, Object> summary;
    private final LlmperfFacts facts;
    private final List<String> notes = new ArrayList<>();

    private LlmperfNotes(Map<String, Object> summary, LlmperfFacts facts) {
        this.summary = summary;
        this.facts = facts;
    }

    static List<String> of(Map<String, Object> summary, Era era, LlmperfFacts facts) {
        var notes = new LlmperfNotes(summary, facts);
        notes.failures();
        if (era == Era.LLMPERF_LINES) {
            notes.lines();
        }
        notes.latency();
        notes.concurrency();
        notes.timeout();
        notes.outlier();
        notes.lengths();
        return List.copyOf(notes.notes);
    }

    private void failures() {
        int failed = facts.started() - facts.succeeded();
        if (failed > 0) {
            String codes = facts.errorCodes().entrySet().stream()
                    .map(entry -> entry.getValue() + " × " + entry.getKey())
                    .collect(Collectors.joining(", "));
            say(
                    "%d of %d requests failed (%s): every figure rests on %d",
                    failed, facts.started(), codes, facts.succeeded());
        }
    }

    private void lines() {
        Optional<Double> published = number("results_request_output_throughput_token_per_s_quantiles_p50");
        if (published.isPresent()
                && facts.tokensPerSecond().isPresent()
                && facts.tokensPerLine().isPresent()) {
            say(
                    "request_output_throughput_token_per_s counts lines of the event stream: its median is %.1f, that of"
                            + " tokens ÷ whole answer %.1f (%.2f tokens a line)",
                    published.get(),
                    facts.tokensPerSecond().get().quantile(Quantile.P50),
                    facts.tokensPerLine().getAsDouble());
        }
    }

    /** As the board of 2023 had it: "the average time between consecutive tokens", without the first. */
    private void latency() {
        if (facts.latencyShare().isPresent()
                && facts.latencyShare().getAsDouble() > facts.generationShare().orElse(1)) {
            say(
                    "inter_token_latency_s includes the first token's time: × tokens it makes %.1f %% of the whole answer,"
                            + " without the first it could be %.1f %% at most",
                    100 * facts.latencyShare().getAsDouble(),
                    100 * facts.generationShare().orElse(1));
        }
    }

    private void concurrency() {
        Optional<Double> asked = number("num_concurrent_requests");
        if (asked.isPresent() && facts.meanConcurrency().isPresent()) {
            double really = facts.meanConcurrency().getAsDouble();
            if (really < FULL * asked.get()) {
                say("%.1f requests were under way on average, not %.0f", really, asked.get());
            }
        }
    }

    private void timeout() {
        facts.wallSeconds().ifPresent(seconds -> {
            if (seconds > DEFAULT_TIMEOUT) {
                say("it took %.0f s, longer than LLMPerf's own --timeout of %.0f s", seconds, DEFAULT_TIMEOUT);
            }
        });
    }

    private void outlier() {
        facts.ttft().ifPresent(ttft -> {
            if (ttft.max() > OUTLIER * ttft.quantile(Quantile.P95)) {
                say("the longest ttft_s is %.2f s, its P95 %.2f s", ttft.max(), ttft.quantile(Quantile.P95));
            }
        });
    }

    private void lengths() {
        Optional<Double> asked = number("mean_output_tokens");
        Optional<Distribution> tokens = facts.outputTokens();
        if (asked.isPresent() && tokens.isPresent()) {
            double mean = tokens.get().mean();
            if (mean > asked.get() + SLACK || mean < SHORT * asked.get()) {
                say("an answer has %.1f tokens on average, %.0f were asked for", mean, asked.get());
            }
        }
    }

    private Optional<Double> number(String key) {
        return summary.get(key) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** Nothing of a figure that no run can have: it would fill the screen, and is no note but a fault of the file. */
    private void say(String sentence, Object... values) {
        boolean sensible =
                Stream.of(values).filter(Double.class::isInstance).allMatch(value -> Math.abs((Double) value) < MOST);
        if (sensible) {
            notes.add(String.format(Locale.ROOT, sentence, values));
        }
    }
}
