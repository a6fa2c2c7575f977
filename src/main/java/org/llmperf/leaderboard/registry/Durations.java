package org.llmperf.leaderboard.registry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 40ms}, {@code 4.5ms}, {@code 1.5s}, {@code 250us}, {@code 2m}, {@code 1h}, or ISO's {@code PT1.5S}. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s?(us|ms|s|m|h)");
    private static final Map<String, Long> NANOS =
            Map.of("us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

    private Durations() {}

    /**
     * @throws IllegalArgumentException if the text is no duration, is negative, or has no unit; the message says what would be right
     */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        if (matcher.matches()) {
            BigDecimal nanos =
                    new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(NANOS.get(matcher.group(2))));
            return Duration.ofNanos(nanos.longValue());
        }
        try {
            Duration duration = Duration.parse(text.strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException notIso) {
            throw notADuration(notIso);
        }
        throw notADuration(null);
    }

    private static IllegalArgumentException notADuration(Exception cause) {
        return new IllegalArgumentException("must be a duration with its unit, such as 40ms, 1.5s or PT1S", cause);
    }
}
