package org.llmperf.leaderboard.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.audit.Comparison;
import org.llmperf.leaderboard.audit.Difference;
import org.llmperf.leaderboard.audit.LlmperfAudit;

/** Recomputed runs as text for a terminal: one block each, all together at the end. */
final class AuditTable {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();

    private AuditTable() {}

    static String of(List<LlmperfAudit> audits) {
        var table = new AuditTable();
        audits.forEach(table::add);
        Comparison all = audits.stream()
                .map(LlmperfAudit::comparison)
                .reduce(Comparison::and)
                .orElseThrow();
        table.lines.add("All %d runs: %s".formatted(audits.size(), counts(all)));
        return String.join(System.lineSeparator(), table.lines);
    }

    /** @param comparisons by where they come from */
    static String of(Map<String, Comparison> comparisons) {
        var table = new AuditTable();
        comparisons.forEach((name, comparison) -> {
            table.lines.add(name);
            table.row("figures", counts(comparison));
            comparison.differences().forEach(table::add);
        });
        return String.join(System.lineSeparator(), table.lines);
    }

    private void add(LlmperfAudit audit) {
        lines.add(audit.files().name());
        row("model", String.valueOf(audit.files().summary().getOrDefault("model", "not said")));
        row(
                "written",
                audit.writtenAt().map(DAY::format).orElse("not said") + " by "
                        + audit.era().label());
        row(
                "requests",
                "%d of %d succeeded"
                        .formatted(audit.facts().succeeded(), audit.facts().started()));
        row("figures", counts(audit.comparison()));
        audit.comparison().differences().forEach(this::add);
        audit.notes().forEach(note -> row("note", note));
        lines.add("");
    }

    private void add(Difference difference) {
        row(
                "DIFFERS",
                "%s: published %s, recomputed %s"
                        .formatted(difference.key(), value(difference.published()), value(difference.recomputed())));
    }

    private void row(String label, String text) {
        // a name from a file must not look like a row of ours
        lines.add("  %-9s %s".formatted(label, text.replaceAll("\\s+", " ")));
    }

    private static String counts(Comparison comparison) {
        return "%d compared: %d equal to the last bit, %d but for rounding (1e-12), %d differ"
                .formatted(
                        comparison.figures(),
                        comparison.identical(),
                        comparison.rounded(),
                        comparison.differences().size());
    }

    private static String value(Optional<Object> value) {
        return value.map(Object::toString).orElse("nothing");
    }
}
