package org.llmperf.leaderboard.console;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.llmperf.leaderboard.steering.Health;
import org.llmperf.leaderboard.store.SeenWorker;

/** What a maintainer watches, in words. */
@TemplateExtension
final class WatchText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** A worker tells every ten seconds that it lives. */
    private static final Duration SILENT = Duration.ofMinutes(1);

    private static final double MEGA = 1e6;

    private WatchText() {}

    static String threeDecimals(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "–";
    }

    /** Time of day. */
    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MB", bytes / MEGA);
    }

    /** For example {@code 7 s ago}. */
    static String ago(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 120) {
            return seconds + " s ago";
        }
        return seconds < 7200 ? seconds / 60 + " min ago" : seconds / 3600 + " h ago";
    }

    static boolean missing(Health health, SeenWorker worker) {
        return Duration.between(worker.seenAt(), health.at()).compareTo(SILENT) > 0;
    }
}
