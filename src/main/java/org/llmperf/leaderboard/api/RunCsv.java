package org.llmperf.leaderboard.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.StoredRun;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;

/** A run in one line: all its figures, each column with its unit. */
public final class RunCsv {
    private RunCsv() {}

    /** Every column for every run, empty where there is no figure, so that the first line gives the heading. */
    public static Map<String, Object> row(StoredRun run) {
        RunSummary summary = run.summary();
        var row = new LinkedHashMap<String, Object>();
        row.put("run_id", run.id());
        row.put("round", run.roundLabel());
        row.put("provider", run.offering().provider().slug());
        row.put("model", run.offering().model().slug());
        row.put("started_at_utc", run.startedAt());
        row.put("finished_at_utc", run.finishedAt());
        row.put("wall_s", run.wallNanos() / 1e9);
        row.put("verdict", run.verdict().status().id());
        row.put("verdict_reason", run.verdict().reason().orElse(null));
        row.put("requests_planned", summary.planned());
        row.put("requests_started", summary.started());
        row.put("requests_succeeded", summary.succeeded());
        row.put("success_rate", summary.success().map(success -> success.rate()).orElse(null));
        row.put(
                "success_rate_low",
                summary.success().map(s -> s.interval().low()).orElse(null));
        row.put(
                "success_rate_high",
                summary.success().map(s -> s.interval().high()).orElse(null));
        row.put("completed_requests_per_minute", orNull(summary.requestsPerMinute()));
        row.put("system_throughput_tokens_per_s", orNull(summary.systemThroughput()));
        row.put("mean_concurrency", orNull(summary.meanConcurrency()));
        row.put("mean_input_tokens", orNull(summary.meanInputTokens()));
        row.put("mean_output_tokens", orNull(summary.meanOutputTokens()));
        row.put("tokens_per_event", orNull(summary.tokensPerEvent()));
        row.put("shared_reads", orNull(summary.sharedReads()));
        row.put("short_outputs", summary.shortOutputs());
        row.put("configuration_hash", run.configurationHash());
        for (Metric metric : Metric.values()) {
            if (metric.scope() != Metric.Scope.RUN) {
                put(row, metric, summary.distribution(metric).orElse(null));
            }
        }
        return row;
    }

    /** The columns of one metric, empty without a distribution. */
    static void put(Map<String, Object> row, Metric metric, Distribution spread) {
        String unit = metric.unit().equals("s") ? "_s" : "_tokens_per_s";
        boolean none = spread == null;
        row.put(metric.id() + "_n", none ? null : spread.n());
        row.put(metric.id() + "_mean" + unit, none ? null : spread.mean());
        row.put(metric.id() + "_min" + unit, none ? null : spread.min());
        row.put(metric.id() + "_max" + unit, none ? null : spread.max());
        row.put(metric.id() + "_stddev" + unit, none ? null : orNull(spread.standardDeviation()));
        for (Quantile quantile : Quantile.values()) {
            row.put(metric.id() + "_" + quantile.id() + unit, none ? null : spread.quantile(quantile));
        }
        row.put(
                metric.id() + "_p50_low" + unit,
                none ? null : spread.median().map(i -> i.low()).orElse(null));
        row.put(
                metric.id() + "_p50_high" + unit,
                none ? null : spread.median().map(i -> i.high()).orElse(null));
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
