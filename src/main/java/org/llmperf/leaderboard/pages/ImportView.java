package org.llmperf.leaderboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.audit.Comparison;
import org.llmperf.leaderboard.audit.Difference;
import org.llmperf.leaderboard.audit.LlmperfAudit;
import org.llmperf.leaderboard.audit.LlmperfFacts;
import org.llmperf.leaderboard.llmperf.LlmperfIndividual;
import org.llmperf.leaderboard.llmperf.ResultFiles;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.store.StoredImport;
import org.llmperf.leaderboard.summary.Distribution;
import org.llmperf.leaderboard.summary.Quantile;

/**
 * A run that another program measured, with its published figures beside the same ones recomputed from its files.
 *
 * @param facts beyond the published figures
 * @param settings as its summary has them
 * @param spread of what its files have a value of for each request
 */
public record ImportView(
        StoredImport run,
        ImportRow row,
        List<Entry> facts,
        List<Entry> settings,
        Comparison comparison,
        List<Figure> figures,
        RunDistributions spread) {
    private static final String RESULTS = "results_";

    /**
     * A figure of the summary.
     *
     * @param verdict whether both are the same
     */
    public record Figure(String key, String published, String recomputed, String verdict) {}

    static ImportView of(StoredImport run, ResultFiles files) {
        LlmperfAudit audit = LlmperfAudit.of(files);
        return new ImportView(
                run,
                ImportRow.of(run),
                facts(run.facts()),
                files.summary().entrySet().stream()
                        .filter(entry -> !entry.getKey().startsWith(RESULTS))
                        .map(entry -> Entry.plain(entry.getKey(), text(entry.getValue())))
                        .toList(),
                audit.comparison(),
                figures(files.summary(), audit),
                RunDistributions.of(
                        List.of(
                                drawn(Topic.FIRST_TOKEN, run.facts().ttft(), files, LlmperfIndividual::ttft),
                                drawn(
                                        Topic.THROUGHPUT,
                                        run.facts().tokensPerSecond(),
                                        files,
                                        ImportView::tokensPerSecond)),
                        "Import, " + run.slug() + ", " + run.source(),
                        Series.at(0)));
    }

    private static RunDistributions.Drawn drawn(
            Topic topic,
            Optional<Distribution> spread,
            ResultFiles files,
            Function<LlmperfIndividual, OptionalDouble> value) {
        return new RunDistributions.Drawn(
                topic,
                spread,
                files.individual().stream()
                        .filter(LlmperfIndividual::succeeded)
                        .map(value)
                        .flatMapToDouble(OptionalDouble::stream)
                        .toArray());
    }

    private static OptionalDouble tokensPerSecond(LlmperfIndividual row) {
        double whole = row.endToEndLatency().orElse(0);
        return whole > 0 ? OptionalDouble.of(row.outputTokens() / whole) : OptionalDouble.empty();
    }

    private static List<Entry> facts(LlmperfFacts facts) {
        var entries = new ArrayList<Entry>();
        entries.add(Entry.plain("Requests", facts.succeeded() + " of " + facts.started() + " succeeded"));
        if (!facts.errorCodes().isEmpty()) {
            entries.add(Entry.plain(
                    "Failures by code",
                    facts.errorCodes().entrySet().stream()
                            .map(entry -> entry.getValue() + " × " + entry.getKey())
                            .collect(Collectors.joining(", "))));
        }
        entries.add(Entry.plain("First token, s", spread(facts.ttft(), NumberStyle.least(Metric.TTFT))));
        entries.add(Entry.plain(
                "Tokens ÷ whole answer, tokens/s",
                spread(
                        facts.tokensPerSecond(),
                        NumberStyle.least(Metric.OUTPUT_THROUGHPUT).finer())));
        entries.add(Entry.plain("Requests under way, mean", Format.oneDecimal(facts.meanConcurrency())));
        entries.add(Entry.plain(
                "Whole run",
                facts.wallSeconds().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.0f\u00a0s", facts.wallSeconds().getAsDouble())
                        : "not known"));
        return entries;
    }

    private static String spread(Optional<Distribution> spread, NumberStyle style) {
        return spread.map(values -> "p50 " + style.text(values.quantile(Quantile.P50)) + ", p95 "
                        + style.text(values.quantile(Quantile.P95)) + ", max " + style.text(values.max()))
                .orElse("no value");
    }

    private static List<Figure> figures(Map<String, Object> published, LlmperfAudit audit) {
        Map<String, Difference> differences = audit.comparison().differences().stream()
                .collect(Collectors.toMap(Difference::key, difference -> difference));
        return published.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(RESULTS))
                .map(entry -> figure(entry.getKey(), entry.getValue(), audit, differences))
                .toList();
    }

    private static Figure figure(
            String key, Object published, LlmperfAudit audit, Map<String, Difference> differences) {
        Object recomputed = audit.recomputed().get(key);
        String verdict = differences.containsKey(key)
                ? "differs"
                : text(published).equals(text(recomputed)) ? "equal" : "equal but for rounding";
        return new Figure(key.substring(RESULTS.length()), text(published), text(recomputed), verdict);
    }

    private static String text(Object value) {
        return value == null || value instanceof Double number && number.isNaN() ? "–" : Format.brief(value.toString());
    }
}
