package org.llmperf.leaderboard.pages;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How dates and plain numbers are written on every page. */
@TemplateExtension
public final class Format {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST = 80;

    private Format() {}

    /** For example {@code 23 Nov 2026 09:00 UTC}. */
    public static String utc(Instant instant) {
        return MINUTE.format(instant);
    }

    /** For example {@code 23 Nov 2026}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** For example {@code 23 Nov 2026 09:00:07 UTC}. */
    public static String toSecond(Instant instant) {
        return SECOND.format(instant);
    }

    /** For the attribute {@code datetime}. */
    public static String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** One decimal, or a dash for what is not known. */
    public static String oneDecimal(OptionalDouble value) {
        return fixed(value, 1);
    }

    /** Two decimals, or a dash for what is not known. */
    public static String twoDecimals(OptionalDouble value) {
        return fixed(value, 2);
    }

    private static String fixed(OptionalDouble value, int decimals) {
        return value.isPresent() ? fixed(value.getAsDouble(), decimals) : "–";
    }

    /**
     * As {@code %.nf} would write it, in a fifth of the time: a page has some thousand numbers.
     *
     * @throws NumberFormatException if it is infinite or no number
     */
    static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Six digits from the first that is not 0, without zeros at the end. */
    static String sixDigits(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** For example {@code 12.5 %}, from a share of 0 to 1. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f\u00a0%%", share.getAsDouble() * 100) : "–";
    }

    /** For example {@code 10 s} or {@code 30 min}. */
    public static String plain(Duration duration) {
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + "\u00a0ms";
        }
        long seconds = duration.toSeconds();
        return seconds >= 300 && seconds % 60 == 0 ? seconds / 60 + "\u00a0min" : seconds + "\u00a0s";
    }

    /** The week within a round's label: {@code W48} of {@code 2026-W48}. */
    public static String week(String label) {
        return label.substring(label.indexOf('-') + 1);
    }

    /** The year within a round's label. */
    public static String year(String label) {
        return label.substring(0, Math.max(0, label.indexOf('-')));
    }

    /** How long something took, for example {@code 52 min}; a dash while it has not ended. */
    static String lasted(Instant from, Optional<Instant> to) {
        return to.map(end -> Duration.between(from, end))
                .map(time -> time.toSeconds() < 300
                        ? time.toSeconds() + "\u00a0s"
                        : time.toMinutes() < 180
                                ? time.toMinutes() + "\u00a0min"
                                : String.format(Locale.ROOT, "%.1f\u00a0h", time.toMinutes() / 60.0))
                .orElse("–");
    }

    /** With a capital at its beginning. */
    public static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }

    /** With a small letter at its beginning, for the middle of a sentence. */
    public static String uncapitalised(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ENGLISH) + text.substring(1);
    }

    /** As a part of an address. */
    public static String path(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A stranger's text, cut to a length that cannot spoil a page, without characters that nobody can see. */
    public static String brief(String text) {
        String visible = text.replaceAll("\\p{C}+", " ").strip();
        return visible.codePointCount(0, visible.length()) <= LONGEST
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
