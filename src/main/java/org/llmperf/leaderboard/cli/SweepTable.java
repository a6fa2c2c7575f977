package org.llmperf.leaderboard.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;

/** A sweep as text for a terminal: a line for each step, complete as soon as the step is. */
final class SweepTable {
    private static final String LINE = "%8s %9s %10s %10s %12s %11s %11s %11s";

    private SweepTable() {}

    static String heading() {
        return LINE.formatted(
                "workers", "requests", "success", "tokens/s", "requests/min", "ttft p50 s", "ttft p95 s", "e2e p50 s");
    }

    static String row(MeasuredRun measured) {
        RunSummary summary = measured.summary();
        String row = LINE.formatted(
                measured.run().configuration().scenario().load().mostUnderWay(),
                summary.started(),
                number("%.1f %%", success(summary)),
                number("%.1f", summary.systemThroughput()),
                number("%.1f", summary.requestsPerMinute()),
                number("%.3f", quantile(summary, Metric.TTFT, Quantile.P50)),
                number("%.3f", quantile(summary, Metric.TTFT, Quantile.P95)),
                number("%.3f", quantile(summary, Metric.E2E, Quantile.P50)));
        return row
                + measured.run()
                        .verdict()
                        .reason()
                        .map(reason -> "   INVALID " + reason)
                        .orElse("");
    }

    private static OptionalDouble success(RunSummary summary) {
        return summary.success().map(SuccessRate::rate).stream()
                .mapToDouble(rate -> 100 * rate)
                .findFirst();
    }

    private static OptionalDouble quantile(RunSummary summary, Metric metric, Quantile quantile) {
        return summary.distribution(metric).stream()
                .mapToDouble(spread -> spread.quantile(quantile))
                .findFirst();
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
    }
}
