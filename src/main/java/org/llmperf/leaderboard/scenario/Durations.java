package org.llmperf.leaderboard.scenario;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 10s}, {@code 30m}, {@code 1h}, or ISO 8601's {@code PT10S}. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");

    private Durations() {}

    /** Absent if the text is no duration. */
    static Optional<Duration> parse(String text) {
        Matcher written = SHORT.matcher(text.strip());
        if (written.matches()) {
            long amount = Long.parseLong(written.group(1));
            return Optional.of(
                    switch (written.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        default -> Duration.ofHours(amount);
                    });
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
