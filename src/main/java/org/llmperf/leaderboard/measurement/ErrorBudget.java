package org.llmperf.leaderboard.measurement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much error of our own a result may have.
 *
 * @param ttftP50 of the time to the first content, at the median
 * @param ttftP99 likewise at the 99th percentile
 * @param eventP99 of the instants of content events
 * @param lagP99 between the instants when requests should start and do
 * @param wakeP50 between the instants when a thread should wake and does, at the median; never asked of a certificate from
 *     before that was watched
 * @param pauseShare of a run's time that the garbage collector may take, 0 to 1
 */
public record ErrorBudget(
        Duration ttftP50, Duration ttftP99, Duration eventP99, Duration lagP99, Duration wakeP50, double pauseShare) {
    private static final String AT_P99 = "at the 99th percentile";
    private static final int FEW = 5;
    private static final int MANY = 100;
    private static final double PAUSE_SHARE = 0.05;

    /** What this program keeps on a quiet machine of two processors, by measurement: docs/performance.md. */
    public static ErrorBudget quiet(int concurrency) {
        if (concurrency <= FEW) {
            return millis(0.3, 3, 2, 5, 1);
        }
        return concurrency <= MANY ? millis(1, 5, 2, 10, 2) : millis(10, 40, 4, 80, 10);
    }

    /**
     * Of a run that may be ranked: much wider, since the calibration of a run is short and its machine seldom quite still, so
     * a 99th percentile is a single hiccup of whatever else is done there. The median, by which offerings are ranked, has
     * the least freedom.
     */
    public static ErrorBudget forRun(int concurrency) {
        if (concurrency <= FEW) {
            return millis(10, 250, 50, 250, 2);
        }
        return concurrency <= MANY ? millis(20, 250, 50, 250, 5) : millis(100, 1000, 100, 1000, 50);
    }

    private static ErrorBudget millis(double ttftP50, double ttftP99, double eventP99, double lagP99, double wakeP50) {
        return new ErrorBudget(
                ofMillis(ttftP50),
                ofMillis(ttftP99),
                ofMillis(eventP99),
                ofMillis(lagP99),
                ofMillis(wakeP50),
                PAUSE_SHARE);
    }

    private static Duration ofMillis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    /** What of a calibration is over the budget, in words; empty if nothing is. */
    public List<String> excesses(Calibration calibration) {
        var found = new ArrayList<String>();
        if (calibration.succeeded() < calibration.requests()) {
            found.add("%d of %d requests to the simulated provider failed"
                    .formatted(calibration.requests() - calibration.succeeded(), calibration.requests()));
        }
        calibration.ttft().ifPresent(ttft -> {
            over(found, "first token", "at the median", ttft.p50(), ttftP50);
            over(found, "first token", AT_P99, ttft.p99(), ttftP99);
        });
        calibration.events().ifPresent(events -> over(found, "events", AT_P99, events.p99(), eventP99));
        return found;
    }

    /** What of the process during a run is over the budget, in words; empty if nothing is. */
    public List<String> excesses(EngineLoad load) {
        var found = new ArrayList<String>();
        load.scheduleLag().ifPresent(lag -> over(found, "requests started", AT_P99, lag.p99(), lagP99));
        load.wakeUps().ifPresent(wakes -> over(found, "its threads woke", "at the median", wakes.p50(), wakeP50));
        double share = load.gcPauses().total() / load.wallSeconds();
        if (share > pauseShare) {
            found.add(String.format(
                    Locale.ROOT,
                    "garbage collection stopped the program for %.1f %% of the time (budget %.1f %%)",
                    100 * share,
                    100 * pauseShare));
        }
        return found;
    }

    private static void over(List<String> found, String what, String quantile, double seconds, Duration budget) {
        if (seconds > budget.toNanos() / 1e9) {
            found.add(String.format(
                    Locale.ROOT,
                    "%s %.1f ms late %s (budget %.1f ms)",
                    what,
                    seconds * 1e3,
                    quantile,
                    budget.toNanos() / 1e6));
        }
    }
}
