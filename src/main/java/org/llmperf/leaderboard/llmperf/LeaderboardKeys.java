package org.llmperf.leaderboard.llmperf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.llmperf.leaderboard.measurement.Arrival;
import org.llmperf.leaderboard.measurement.ConfigurationJson;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Phase;
import org.llmperf.leaderboard.measurement.Quantity;
import org.llmperf.leaderboard.measurement.ReproduceCommand;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.scenario.LoadShape.OpenLoop;
import org.llmperf.leaderboard.scenario.Scenario;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Distributions;
import org.llmperf.leaderboard.summary.Flag;
import org.llmperf.leaderboard.summary.HeldBack;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * What LLMPerf's files lack, under keys that LLMPerf does not use: where a figure of ours has the same name, it is the one
 * of the method (no BOS counted, time per token without the first), in seconds or tokens/s.
 */
final class LeaderboardKeys {
    private static final String PREFIX = "leaderboard_";
    /** Of a request: the provider's own name for it. */
    static final String REQUEST_ID = PREFIX + "request_id";

    private static final double NANOS = 1e9;
    private static final String PHASE = "phase_";

    private final Map<String, Object> values = new LinkedHashMap<>();

    private LeaderboardKeys() {}

    static Map<String, Object> of(MeasuredRequest request) {
        RequestTrace trace = request.trace();
        var keys = new LeaderboardKeys();
        keys.put("number", trace.number());
        keys.put("started_at", trace.startedAt().toString());
        keys.put("outcome", trace.outcome().id());
        trace.response().httpStatus().ifPresent(status -> keys.put("http_status", status));
        trace.response().requestId().ifPresent(id -> keys.values.put(REQUEST_ID, id));
        trace.response().retryAfter().ifPresent(wait -> keys.put("retry_after", wait));
        trace.finishReason().ifPresent(reason -> keys.put("finish_reason", reason));
        keys.put("input_tokens", request.inputTokens());
        keys.put("requested_output_tokens", request.requestedOutputTokens());
        keys.put("output_tokens", request.outputTokens());
        keys.put("short", request.shortOutput());
        request.values().forEach((metric, value) -> keys.put(metric.id(), value));
        keys.putBreakdown(request);
        return keys.values;
    }

    static Map<String, Object> of(Run run, RunSummary summary) {
        var keys = new LeaderboardKeys();
        keys.putRun(run);
        keys.putConfiguration(run.configuration());
        keys.putLoad(run);
        run.certificate().map(CertificateKeys::of).orElse(Map.of()).forEach(keys::put);
        keys.putSummary(summary);
        summary.distributions().forEach((metric, spread) -> keys.putDistribution(metric.id(), spread));
        keys.put(
                "flags",
                Flag.of(run.configuration().offering(), summary).stream()
                        .map(Flag::id)
                        .toList());
        keys.putBreakdown(summary.breakdown());
        return keys.values;
    }

    /** Of questions whose answers count, not their times. */
    static Map<String, Object> ofQuestions(Run run, RunSummary summary) {
        var keys = new LeaderboardKeys();
        keys.putRun(run);
        keys.put("seed", run.configuration().seed());
        keys.put("prompt_set_hash", run.configuration().promptSetHash());
        keys.putTarget(run.configuration());
        keys.putOutcomes(summary);
        return keys.values;
    }

    /** How the metrics that have a value a request are spread, which follows from the rows of a file alone. */
    static Map<String, Object> of(List<LlmperfIndividual> rows) {
        var keys = new LeaderboardKeys();
        for (Metric metric : Metric.values()) {
            if (metric.scope() == Metric.Scope.REQUEST) {
                double[] values = rows.stream()
                        .filter(LlmperfIndividual::succeeded)
                        .map(row -> row.others().get(PREFIX + metric.id()))
                        .filter(Number.class::isInstance)
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .toArray();
                Distributions.of(values).ifPresent(distribution -> keys.putDistribution(metric.id(), distribution));
            }
        }
        return keys.values;
    }

    private void putRun(Run run) {
        put("run_id", run.id().toString());
        put("region", run.environment().region());
        put("host_type", run.environment().hostType());
        put("product_version", run.environment().productVersion());
        put("commit", run.environment().commit());
        put("started_at", run.startedAt().toString());
        put("finished_at", run.finishedAt().toString());
        put("wall_s", run.wallNanos() / NANOS);
        put("verdict", run.verdict().status().id());
        run.verdict().reason().ifPresent(reason -> put("verdict_reason", reason));
    }

    private void putConfiguration(RunConfiguration configuration) {
        put("method_version", configuration.methodVersion());
        put("scenario", configuration.scenario().id());
        put("scenario_version", configuration.scenario().version());
        put("seed", configuration.seed());
        put("prompt_set_hash", configuration.promptSetHash());
        put("tokenizer", configuration.tokenizer());
        configuration.tokenizerHash().ifPresent(hash -> put("tokenizer_sha256", hash));
        putTarget(configuration);
        put("configuration_hash", ConfigurationJson.hash(configuration));
        put("reproduce", ReproduceCommand.of(configuration));
    }

    private void putTarget(RunConfiguration configuration) {
        put("provider", configuration.offering().provider().slug());
        put("model", configuration.offering().model().slug());
        put("base_url", configuration.baseUrl().toString());
    }

    private void putLoad(Run run) {
        Scenario scenario = run.configuration().scenario();
        put("connections", scenario.connections().id());
        scenario.duration().ifPresent(duration -> put("duration_s", duration.toNanos() / NANOS));
        if (scenario.load() instanceof OpenLoop open) {
            put("request_rate", open.rate());
            put("arrival", open.arrival().id());
            put("max_in_flight", open.maxInFlight());
        }
        HeldBack.of(run).ifPresent(held -> put("requests_held_back", held));
    }

    private void putOutcomes(RunSummary summary) {
        put("requests_planned", summary.planned());
        summary.success().ifPresent(success -> {
            put("success_rate", success.rate());
            put("success_rate_low", success.interval().low());
            put("success_rate_high", success.interval().high());
        });
        summary.outcomes().forEach((outcome, count) -> put("outcome_" + outcome.id(), count));
    }

    private void putSummary(RunSummary summary) {
        putOutcomes(summary);
        summary.requestsPerMinute().ifPresent(value -> put("requests_per_minute", value));
        summary.systemThroughput().ifPresent(value -> put("system_throughput", value));
        summary.meanConcurrency().ifPresent(value -> put("mean_concurrency", value));
        summary.meanInputTokens().ifPresent(value -> put("mean_input_tokens", value));
        summary.meanOutputTokens().ifPresent(value -> put("mean_output_tokens", value));
        summary.tokensPerEvent().ifPresent(value -> put("tokens_per_event", value));
        summary.sharedReads().ifPresent(value -> put("shared_reads", value));
        put("short_outputs", summary.shortOutputs());
    }

    private void putBreakdown(MeasuredRequest request) {
        if (request.trace().succeeded()) {
            Phase.of(request.trace().timeline()).forEach((phase, seconds) -> put(PHASE + phase.id() + "_s", seconds));
            request.trace().response().httpVersion().ifPresent(version -> put("http_version", version));
            put("at_once", Arrival.atOnce(request));
        }
        for (Quantity quantity : Quantity.values()) {
            if (quantity != Quantity.OUTPUT_TOKENS) {
                quantity.of(request).ifPresent(value -> put(quantity.id(), value));
            }
        }
    }

    private void putBreakdown(Breakdown breakdown) {
        breakdown.phases().forEach((phase, spread) -> putDistribution(PHASE + phase.id(), spread));
        breakdown.quantities().forEach((quantity, spread) -> putDistribution(quantity.id(), spread));
        breakdown.httpVersions().forEach((version, count) -> put("http_version_" + version, count));
        breakdown.tokens().finishReasons().forEach((reason, count) -> put("finish_reason_" + reason, count));
        put("content_events", breakdown.streaming().contentEvents());
        put("answers_streamable", breakdown.streaming().answers());
        put("answers_at_once", breakdown.streaming().atOnce());
        put("answers_in_bursts", breakdown.streaming().inBursts());
        put("answers_with_filler", breakdown.streaming().withFiller());
        put("token_counts_compared", breakdown.tokens().compared());
        put("token_counts_agreeing", breakdown.tokens().agreeing());
        put("answers_off_length", breakdown.tokens().offLength());
    }

    private void putDistribution(String id, Distribution distribution) {
        String prefix = id + "_";
        put(prefix + "n", distribution.n());
        put(prefix + "mean", distribution.mean());
        put(prefix + "min", distribution.min());
        put(prefix + "max", distribution.max());
        distribution.standardDeviation().ifPresent(deviation -> put(prefix + "stddev", deviation));
        distribution.quantiles().forEach((quantile, value) -> put(prefix + quantile.id(), value));
        distribution.median().ifPresent(interval -> {
            put(prefix + "p50_low", interval.low());
            put(prefix + "p50_high", interval.high());
        });
    }

    private void put(String key, Object value) {
        values.put(PREFIX + key, value);
    }
}
