package org.llmperf.leaderboard.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.llmperf.leaderboard.measurement.ErrorBudget;
import org.llmperf.leaderboard.store.Spreading;

/** How this process measures. */
@ConfigMapping(prefix = "leaderboard")
public interface CampaignConfig {

    /** Where it measures from, as it is shown on every page. Distance to a provider is part of every figure. */
    @WithDefault("unknown")
    String region();

    /** What machine it is, as it stands in each run's environment. */
    @WithDefault("unknown")
    String hostType();

    /** What this process does. */
    @WithDefault("all")
    Role role();

    /** After which a worker that nothing is heard of loses what it measures to another one. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often a worker without work looks for some. */
    @WithDefault("PT1S")
    Duration poll();

    /** When a round starts: a Quartz cron expression in UTC, or {@code off}. */
    @WithDefault("0 0 9 ? * MON")
    String schedule();

    SpreadConfig spread();

    /** Whether each run of a weekly round is measured at once or in parts over hours. */
    interface SpreadConfig {
        Duration LONGEST = Duration.ofDays(6);

        /** In so many parts, as equal as can be. */
        @WithDefault("1")
        int blocks();

        /** Over which the starts of the blocks are spread evenly; a round takes as long. */
        @WithDefault("PT8H")
        Duration window();

        /**
         * @throws IllegalArgumentException if that cannot be, in words
         */
        default Spreading spreading(int requests) {
            if (blocks() < 1 || blocks() > requests) {
                throw new IllegalArgumentException(
                        "leaderboard.spread.blocks is %d; it can be 1 to %d, the requests of a run."
                                .formatted(blocks(), requests));
            }
            if (window().isNegative() || window().compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "leaderboard.spread.window is %s; it can be up to %s, since the next round comes in a week."
                                .formatted(window(), LONGEST));
            }
            return blocks() == 1 ? Spreading.NONE : new Spreading(blocks(), window());
        }
    }

    /** A folder with one YAML file for each provider; the built-in ones when absent. */
    Optional<Path> registry();

    /**
     * For development: base URLs of that folder may lead to this machine, to private networks, and over http. Otherwise they are
     * public https addresses.
     */
    @WithDefault("false")
    boolean privateAddresses();

    /** Environment variables that files of that folder may name as {@code api-key} though they end in neither _API_KEY nor _API_TOKEN. */
    Optional<Set<String>> keyNames();

    /** {@code embedded}, or the JDBC URL of a PostgreSQL server. Read by {@code Database} before the application starts. */
    @WithDefault("embedded")
    String database();

    /** Folder of the embedded database and of the spool. Read by {@code Database} before the application starts. */
    @WithDefault("data")
    String data();

    CertificateConfig certificate();

    /**
     * Error of the measuring program itself over which a run is suspect and not ranked. Wide enough for the hiccups of a
     * machine that does other things too.
     */
    interface CertificateConfig {

        /** Of the time to the first token, at the median, by which offerings are ranked. */
        @WithDefault("10ms")
        Duration ttftP50();

        /** Likewise at the 99th percentile, which of a short calibration is its latest request. */
        @WithDefault("250ms")
        Duration ttftP99();

        /** Of the times of content events. */
        @WithDefault("50ms")
        Duration eventP99();

        /** Between the instants when requests should start and do. */
        @WithDefault("250ms")
        Duration lagP99();

        /**
         * Between the instants when a thread should wake and does, at the median: whatever takes the processor away from the
         * measuring, such as a flood of readers, shows here.
         */
        @WithDefault("2ms")
        Duration wakeP50();

        /** Share of a run's time that the garbage collector may stop the program, 0 to 1. */
        @WithDefault("0.05")
        double pauseShare();

        default ErrorBudget budget() {
            return new ErrorBudget(ttftP50(), ttftP99(), eventP99(), lagP99(), wakeP50(), pauseShare());
        }
    }
}
