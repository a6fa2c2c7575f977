package org.llmperf.leaderboard.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;

/** Names a round after the ISO week, in UTC, in which it starts. */
final class RoundLabel {
    private RoundLabel() {}

    /** For example {@code 2026-W48}; the first days of January may belong to the last week of the old year. */
    static String week(Instant start) {
        LocalDate date = LocalDate.ofInstant(start, ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                date.get(IsoFields.WEEK_BASED_YEAR),
                date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The week itself, or with the first number from 2 that is not taken. */
    static String free(String week, Collection<String> taken) {
        return taken.contains(week)
                ? IntStream.iterate(2, i -> i + 1)
                        .mapToObj(i -> week + "-" + i)
                        .filter(label -> !taken.contains(label))
                        .findFirst()
                        .orElseThrow()
                : week;
    }
}
