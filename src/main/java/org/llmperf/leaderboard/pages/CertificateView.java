package org.llmperf.leaderboard.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.measurement.Certificate;
import org.llmperf.leaderboard.measurement.EngineLoad;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.measurement.TimingError;

/**
 * How exact the measuring was, in milliseconds.
 *
 * @param concurrency of the calibrations
 */
public record CertificateView(int concurrency, List<Row> rows, List<Entry> engine) {
    private static final double MILLIS = 1e3;

    /** @param budget what the quantiles may be; a dash where nothing is asked */
    public record Row(String name, int n, String p50, String p99, String max, String budget) {}

    static CertificateView of(Certificate certificate) {
        var rows = new ArrayList<Row>();
        addAll(rows, "before", certificate.before(), certificate.budget());
        add(
                rows,
                "Start of requests, during",
                certificate.during().scheduleLag(),
                p99(certificate.budget().lagP99()));
        certificate
                .during()
                .wakeUps()
                .ifPresent(wakes -> add(
                        rows,
                        "Wake-ups of a thread, during",
                        Optional.of(wakes),
                        "p50 " + millis(certificate.budget().wakeP50())));
        certificate.after().ifPresent(after -> addAll(rows, "after", after, certificate.budget()));
        return new CertificateView(certificate.before().concurrency(), rows, engine(certificate));
    }

    private static void addAll(List<Row> rows, String when, Calibration calibration, ErrorBudget budget) {
        String ttft = "p50 " + millis(budget.ttftP50()) + ", " + p99(budget.ttftP99());
        add(rows, "First token, " + when, calibration.ttft(), ttft);
        add(rows, "Events, " + when, calibration.events(), p99(budget.eventP99()));
        add(rows, "Connecting on loopback, " + when, calibration.connecting(), "–");
        add(rows, "The simulator's own lateness, " + when, calibration.providerLateness(), "–");
        add(rows, "Its reading of requests, " + when, calibration.providerPickUp(), "–");
    }

    private static void add(List<Row> rows, String name, Optional<TimingError> error, String budget) {
        error.ifPresent(found -> rows.add(
                new Row(name, found.n(), millis(found.p50()), millis(found.p99()), millis(found.max()), budget)));
    }

    private static List<Entry> engine(Certificate certificate) {
        EngineLoad load = certificate.during();
        String pauses = load.gcPauses().count() + ", " + millis(load.gcPauses().total()) + " ms in all, the longest "
                + millis(load.gcPauses().longest()) + " ms";
        return List.of(
                Entry.plain("Pauses for garbage collection", pauses),
                Entry.plain("Processors used by this program", percent(load.cpuShare())),
                Entry.plain(
                        "Share of pauses that is let pass",
                        percent(certificate.budget().pauseShare())));
    }

    private static String p99(Duration budget) {
        return "p99 " + millis(budget);
    }

    private static String millis(Duration duration) {
        return millis(duration.toNanos() / 1e9);
    }

    private static String millis(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds * MILLIS);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
