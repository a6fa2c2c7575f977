package org.llmperf.leaderboard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.llmperf.leaderboard.correctness.CheckedAnswer;
import org.llmperf.leaderboard.correctness.CorrectnessResult;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.summary.SuccessRate;

/** A correctness test as text for a terminal: both verdicts, failures by class, and the first answers that were wrong. */
final class CorrectnessTable {
    private static final int MOST_SHOWN = 10;
    private static final int MOST_CHARACTERS = 60;
    private static final String LINE = "%-34s %8s %11s %9s   %s";

    private CorrectnessTable() {}

    static String of(CorrectnessResult result) {
        var lines = new ArrayList<String>();
        lines.add(LINE.formatted("verdict on the answers", "right", "mismatched", "right", "95 % interval")
                .stripTrailing());
        lines.add(verdict("number anywhere in it (LLMPerf's)", result.mismatched(), result.contain()));
        lines.add(verdict("number first in it (strict)", result.strictlyMismatched(), result.begin()));
        lines.add("");
        result.summary().success().map(ResultTable::success).ifPresent(lines::add);
        ResultTable.failures(result.summary()).ifPresent(lines::add);
        lines.addAll(wrong(result));
        RunVerdict verdict = result.run().verdict();
        verdict.reason().ifPresent(reason -> lines.add(String.format("%-10s %s", verdict.status(), reason)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String verdict(String label, int mismatched, Optional<SuccessRate> right) {
        return LINE.formatted(
                        label,
                        right.map(SuccessRate::succeeded).orElse(0),
                        mismatched,
                        right.map(share -> percent(share.rate()) + " %").orElse("–"),
                        right.map(share -> percent(share.interval().low()) + " – "
                                        + percent(share.interval().high()) + " %")
                                .orElse(""))
                .stripTrailing();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static List<String> wrong(CorrectnessResult result) {
        List<CheckedAnswer> wrong = result.answers().stream()
                .filter(answer -> !answer.failed() && !answer.beginsWith())
                .toList();
        var lines = new ArrayList<String>();
        wrong.stream().limit(MOST_SHOWN).map(CorrectnessTable::wrong).forEach(lines::add);
        if (wrong.size() > MOST_SHOWN) {
            lines.add("           and %d more".formatted(wrong.size() - MOST_SHOWN));
        }
        return lines;
    }

    private static String wrong(CheckedAnswer answer) {
        String text = answer.trace().text().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        String begin = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
        return "%-10s expected %d, got: %s"
                .formatted(answer.contains() ? "not first" : "mismatch", answer.number(), begin);
    }
}
