package org.llmperf.leaderboard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.EngineLoad;
import org.llmperf.leaderboard.measurement.TimingError;

/** The program's own error as text for a terminal, in milliseconds. */
final class CertificateLines {
    private CertificateLines() {}

    static List<String> of(Certificate certificate) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(of("own error before", certificate.before()));
        certificate.after().ifPresent(after -> lines.addAll(of("own error after", after)));
        lines.addAll(of(certificate.during()));
        return lines;
    }

    private static List<String> of(String title, Calibration calibration) {
        return List.of(heading(title), row("  first token", calibration.ttft()), row("  events", calibration.events()));
    }

    /** All of one calibration. */
    static List<String> of(Calibration calibration) {
        return List.of(
                heading("own error"),
                row("  first token", calibration.ttft()),
                row("  events", calibration.events()),
                row("connecting on loopback", calibration.connecting()),
                row("the provider's own lateness", calibration.providerLateness()),
                row("its reading of requests", calibration.providerPickUp()));
    }

    /** What the process did meanwhile. */
    static List<String> of(EngineLoad load) {
        return List.of(row("start of requests", load.scheduleLag()), row("wake-ups", load.wakeUps()), pauses(load));
    }

    private static String pauses(EngineLoad load) {
        return String.format(
                Locale.ROOT,
                "engine     %.0f %% of the processors, %d pauses for garbage collection, %.0f ms in all, longest %.0f ms",
                100 * load.cpuShare(),
                load.gcPauses().count(),
                load.gcPauses().total() * 1e3,
                load.gcPauses().longest() * 1e3);
    }

    private static String heading(String title) {
        return String.format("%-28s %9s %9s %9s %9s", title + " ms", "n", "p50", "p99", "max");
    }

    private static String row(String title, Optional<TimingError> error) {
        return error.map(found -> String.format(
                        Locale.ROOT,
                        "%-28s %9d %9.3f %9.3f %9.3f",
                        title,
                        found.n(),
                        found.p50() * 1e3,
                        found.p99() * 1e3,
                        found.max() * 1e3))
                .orElseGet(() -> String.format("%-28s %9d", title, 0));
    }
}
