package org.llmperf.leaderboard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Flag;
import org.llmperf.leaderboard.summary.HeldBack;
import org.llmperf.leaderboard.summary.Interval;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.SuccessRate;
import org.llmperf.leaderboard.trace.Outcome;

/** A run's figures as text for a terminal. */
final class ResultTable {
    /** Wide enough for the longest name with its unit. */
    private static final String LABEL = "%-26s %5s";

    private static final List<Metric> SHOWN = List.of(
            Metric.TTFT,
            Metric.TTFT_FROM_INTENDED,
            Metric.ITL,
            Metric.E2E,
            Metric.E2E_FROM_INTENDED,
            Metric.OUTPUT_THROUGHPUT,
            Metric.CHUNK_GAP);
    private static final List<Quantile> QUANTILES =
            List.of(Quantile.P5, Quantile.P25, Quantile.P50, Quantile.P75, Quantile.P90, Quantile.P95, Quantile.P99);

    private ResultTable() {}

    static String of(MeasuredRun measured) {
        RunSummary summary = measured.summary();
        var lines = new ArrayList<String>();
        lines.add(heading());
        for (Metric metric : SHOWN) {
            summary.distribution(metric).ifPresent(d -> lines.add(row(metric, d) + doubt(metric, summary)));
        }
        lines.add("");
        summary.success().ifPresent(success -> lines.add(success(success)));
        failures(summary).ifPresent(lines::add);
        summary.meanConcurrency()
                .ifPresent(mean -> lines.add(String.format(
                        Locale.ROOT,
                        "load       %.1f requests under way on average, %.1f s in all",
                        mean,
                        measured.run().wallNanos() / 1e9)));
        summary.systemThroughput()
                .ifPresent(all -> lines.add(String.format(
                        Locale.ROOT,
                        "system     %.1f tokens/s over all requests, %.1f requests a minute",
                        all,
                        summary.requestsPerMinute().orElse(0))));
        heldBack(measured.run()).ifPresent(lines::add);
        lines.addAll(BreakdownLines.of(measured));
        measured.run().certificate().ifPresent(certificate -> lines.addAll(CertificateLines.of(certificate)));
        RunVerdict verdict = measured.run().verdict();
        verdict.reason().ifPresent(reason -> lines.add(String.format("%-10s %s", verdict.status(), reason)));
        return String.join(System.lineSeparator(), lines);
    }

    /** Says it only where there is something to say: a schedule that was kept needs no line. */
    private static Optional<String> heldBack(Run run) {
        int held = HeldBack.of(run).orElse(0);
        String bound = run.configuration().scenario().load().words();
        return held == 0 ? Optional.empty() : Optional.of("schedule   " + held + " requests held back: " + bound);
    }

    private static String heading() {
        return String.format(LABEL, "", "n")
                + QUANTILES.stream()
                        .map(quantile -> String.format("%9s", quantile.id()))
                        .collect(Collectors.joining())
                + "   95 % interval of p50";
    }

    private static String row(Metric metric, Distribution d) {
        Unit unit = Unit.of(metric, d.quantile(Quantile.P50));
        return String.format(LABEL, metric.id() + " " + unit.name(), d.n())
                + QUANTILES.stream()
                        .map(quantile -> unit.format(d.quantile(quantile)))
                        .collect(Collectors.joining())
                + d.median().map(interval -> "   " + interval(unit, interval)).orElse("");
    }

    /** Beside the figure that it spoils. */
    private static String doubt(Metric metric, RunSummary summary) {
        return Flag.ofAnswers(summary).stream()
                .filter(flag -> flag.bars(metric))
                .map(flag -> "   " + flag.label())
                .collect(Collectors.joining());
    }

    private static String interval(Unit unit, Interval interval) {
        return unit.format(interval.low()).strip() + " – "
                + unit.format(interval.high()).strip();
    }

    static String success(SuccessRate success) {
        return String.format(
                Locale.ROOT,
                "success    %d of %d, %.1f %% (95 %% interval %.1f – %.1f %%)",
                success.succeeded(),
                success.started(),
                100 * success.rate(),
                100 * success.interval().low(),
                100 * success.interval().high());
    }

    static Optional<String> failures(RunSummary summary) {
        String failures = summary.outcomes().entrySet().stream()
                .filter(entry -> entry.getKey().failed())
                .map(entry -> entry.getValue() + " " + entry.getKey().id() + " (" + meaning(entry.getKey()) + ")")
                .collect(Collectors.joining(", "));
        return failures.isEmpty() ? Optional.empty() : Optional.of("failures   " + failures);
    }

    private static String meaning(Outcome outcome) {
        return outcome.meaning();
    }

    /** Milliseconds for what is short, so that three digits say something. */
    private record Unit(String name, double factor) {
        static Unit of(Metric metric, double typical) {
            if (!metric.unit().equals("s")) {
                return new Unit(metric.unit(), 1);
            }
            return typical < 1 ? new Unit("ms", 1000) : new Unit("s", 1);
        }

        String format(double value) {
            double scaled = value * factor;
            return String.format(Locale.ROOT, scaled < 100 ? "%9.2f" : "%9.1f", scaled);
        }
    }
}
