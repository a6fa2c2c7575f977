package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.measurement.Quantity;
import org.llmperf.leaderboard.summary.Breakdown;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;
import org.llmperf.leaderboard.summary.RunSummary;

/**
 * What lies behind a run's metrics.
 *
 * @param phases empty for a run without successes, and for one from before they were kept
 */
public record BreakdownView(List<PhaseRow> phases, List<Entry> streaming, List<Entry> tokens) {

    /**
     * In milliseconds.
     *
     * @param from where its bar begins when all medians are drawn one after the other, for example {@code 12.5%}
     * @param width of that bar
     */
    public record PhaseRow(String label, String end, int n, String median, String p95, String from, String width) {}

    static BreakdownView of(RunSummary summary) {
        Breakdown breakdown = summary.breakdown();
        return new BreakdownView(phases(breakdown), streaming(summary), tokens(summary));
    }

    private static List<PhaseRow> phases(Breakdown breakdown) {
        double whole = breakdown.phases().values().stream()
                .mapToDouble(spread -> spread.quantile(Quantile.P50))
                .sum();
        var rows = new ArrayList<PhaseRow>();
        double passed = 0;
        for (var phase : breakdown.phases().entrySet()) {
            Distribution spread = phase.getValue();
            double median = spread.quantile(Quantile.P50);
            rows.add(new PhaseRow(
                    phase.getKey().label(),
                    phase.getKey().end().id(),
                    spread.n(),
                    millis(median),
                    millis(spread.quantile(Quantile.P95)),
                    percent(passed, whole),
                    percent(median, whole)));
            passed += median;
        }
        return rows;
    }

    private static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f%%", whole == 0 ? 0 : 100 * part / whole);
    }

    private static List<Entry> streaming(RunSummary summary) {
        Breakdown breakdown = summary.breakdown();
        var entries = new ArrayList<Entry>();
        int answers = breakdown.streaming().answers();
        entries.add(Entry.plain(
                "Answers delivered in one chunk", breakdown.streaming().atOnce() + " of " + answers));
        entries.add(Entry.plain(
                "Answers with over a fifth in one read", breakdown.streaming().inBursts() + " of " + answers));
        entries.add(Entry.plain(
                "Answers with an early filler", breakdown.streaming().withFiller() + " of " + answers));
        entries.add(Entry.plain(
                "Content events, all answers",
                String.valueOf(breakdown.streaming().contentEvents())));
        entries.add(Entry.plain("Tokens per content event, mean", Format.twoDecimals(summary.tokensPerEvent())));
        entries.add(Entry.plain("Events that shared a read with another", Format.percent(summary.sharedReads())));
        entries.addAll(entries(breakdown, Quantity.Group.STREAMING));
        entries.add(Entry.plain("Protocol, answers", counts(breakdown.httpVersions())));
        entries.addAll(entries(breakdown, Quantity.Group.RESPONSE));
        return entries;
    }

    private static List<Entry> tokens(RunSummary summary) {
        Breakdown breakdown = summary.breakdown();
        var entries = new ArrayList<Entry>();
        entries.add(Entry.plain("Input tokens, mean, counted", Format.oneDecimal(summary.meanInputTokens())));
        entries.add(Entry.plain("Output tokens, mean, counted", Format.oneDecimal(summary.meanOutputTokens())));
        entries.addAll(entries(breakdown, Quantity.Group.TOKENS));
        entries.add(Entry.plain("Counts within 5 % of the provider's", agreement(breakdown)));
        entries.add(Entry.plain("Answers under 80 % of the length", String.valueOf(summary.shortOutputs())));
        entries.add(Entry.plain(
                "Answers over 10 % off the length",
                String.valueOf(breakdown.tokens().offLength())));
        entries.add(
                Entry.plain("Finish reasons, answers", counts(breakdown.tokens().finishReasons())));
        entries.addAll(entries(breakdown, Quantity.Group.REASONING));
        return entries;
    }

    private static List<Entry> entries(Breakdown breakdown, Quantity.Group group) {
        return group.quantities().stream()
                .flatMap(quantity -> breakdown
                        .quantity(quantity)
                        .map(spread -> Entry.plain(quantity.label() + ", median", text(quantity, spread)))
                        .stream())
                .toList();
    }

    private static String text(Quantity quantity, Distribution spread) {
        String median = number(quantity, spread.quantile(Quantile.P50));
        String low = number(quantity, spread.min());
        String high = number(quantity, spread.max());
        return low.equals(high) ? median : median + " (" + low + " to " + high + ")";
    }

    private static String number(Quantity quantity, double value) {
        return switch (quantity.unit()) {
            case "share" -> String.format(Locale.ROOT, "%+.1f\u00a0%%", 100 * value);
            case "s" -> String.format(Locale.ROOT, "%.3f\u00a0s", value);
            default -> String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
        };
    }

    private static String agreement(Breakdown breakdown) {
        OptionalDouble share = breakdown.tokens().shareAgreeing();
        return share.isPresent() ? Format.percent(share) : "none reported";
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "not reported"
                : counts.entrySet().stream()
                        .map(entry -> Format.brief(entry.getKey()) + ": " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String millis(double seconds) {
        return String.format(Locale.ROOT, "%.2f", 1000 * seconds);
    }
}
