package org.llmperf.leaderboard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.engine.MeasuredRun;
import org.llmperf.leaderboard.measurement.Quantity;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;
import org.llmperf.leaderboard.summary.StreamingQuality;
import org.llmperf.leaderboard.summary.TokenAccount;

/** What lies behind a run's metrics, as lines of text for a terminal. */
final class BreakdownLines {
    private BreakdownLines() {}

    /** Empty for a run without successes. */
    static List<String> of(MeasuredRun measured) {
        RunSummary summary = measured.summary();
        Breakdown breakdown = summary.breakdown();
        var lines = new ArrayList<String>();
        if (summary.succeeded() == 0) {
            return lines;
        }
        lines.add("phases     " + phases(breakdown) + " (p50 / p95, ms)");
        lines.add("response   " + counts(breakdown.httpVersions())
                + quantity(breakdown, Quantity.BODY_BYTES)
                + quantity(breakdown, Quantity.BODY_READS));
        lines.add("streaming  " + streaming(breakdown.streaming())
                + quantity(breakdown, Quantity.EVENT_TOKENS)
                + quantity(breakdown, Quantity.BURST_TOKENS)
                + quantity(breakdown, Quantity.BURST_CHARACTERS));
        lines.add("tokens     counted by " + tokenizer(measured.run().configuration())
                + quantity(breakdown, Quantity.OUTPUT_TOKENS)
                + quantity(breakdown, Quantity.OUTPUT_CHARACTERS));
        lines.add("           " + account(breakdown) + ", " + summary.shortOutputs() + " short; ended by "
                + counts(breakdown.tokens().finishReasons()));
        if (Quantity.Group.REASONING.quantities().stream()
                .anyMatch(quantity -> breakdown.quantity(quantity).isPresent())) {
            lines.add("reasoning  "
                    + Quantity.Group.REASONING.quantities().stream()
                            .map(quantity -> quantity(breakdown, quantity))
                            .collect(Collectors.joining())
                            .substring(2));
        }
        return lines;
    }

    private static String phases(Breakdown breakdown) {
        return breakdown.phases().entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %s / %s",
                        entry.getKey().id(),
                        number(1000 * entry.getValue().quantile(Quantile.P50)),
                        number(1000 * entry.getValue().quantile(Quantile.P95))))
                .collect(Collectors.joining(", "));
    }

    private static String streaming(StreamingQuality streaming) {
        return (streaming.notStreaming() ? "NOT TRULY STREAMING, " : "") + streaming.atOnce() + " of "
                + streaming.answers() + " answers came at once";
    }

    private static String account(Breakdown breakdown) {
        TokenAccount account = breakdown.tokens();
        return account.compared() == 0
                ? "the provider's own count cannot be compared"
                : String.format(
                        Locale.ROOT,
                        "the provider counts %+.1f %% (median), %d of %d within 5 %%",
                        100
                                * breakdown
                                        .quantity(Quantity.REPORTED_DIFFERENCE)
                                        .orElseThrow()
                                        .quantile(Quantile.P50),
                        account.agreeing(),
                        account.compared());
    }

    /** Name, with the hash's beginning to tell two files of one name apart. */
    private static String tokenizer(RunConfiguration configuration) {
        return configuration.tokenizer()
                + configuration
                        .tokenizerHash()
                        .map(hash -> " (sha256 " + hash.substring(0, 8) + "…)")
                        .orElse("");
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "nothing told"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** For example {@code , body_bytes 31240 to 31502 bytes}, from its median to its largest. */
    private static String quantity(Breakdown breakdown, Quantity quantity) {
        return breakdown
                .quantity(quantity)
                .map(spread -> ", " + quantity.id() + " " + middleAndMost(spread) + " " + quantity.unit())
                .orElse("");
    }

    private static String middleAndMost(Distribution spread) {
        String middle = number(spread.quantile(Quantile.P50));
        String most = number(spread.max());
        return middle.equals(most) ? middle : middle + " (max " + most + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.1f", value);
    }
}
