package org.llmperf.leaderboard.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a history shows, in words, for those who cannot see its chart and those who have no time to. */
final class HistoryText {

    /** The first and the last value of a line. */
    private record Course(String name, double from, double to) {

        /** Share of the first value. */
        double change() {
            return from == 0 ? 0 : to / from - 1;
        }
    }

    private HistoryText() {}

    /** Empty while there is only one round. */
    static String of(List<HistoryTable.Subject> subjects, History history, NumberStyle style) {
        if (!history.told()) {
            return "";
        }
        String span = history.rounds().size() + " rounds, " + history.rounds().get(0) + " to "
                + history.newestFirst().get(0) + ".";
        return subjects.stream()
                .flatMap(subject -> course(subject, history).stream())
                .max(Comparator.comparingDouble(course -> Math.abs(course.change())))
                .map(most -> span + " " + most.name() + (subjects.size() > 1 ? " changed most: from " : ": from ")
                        + style.withUnit(most.from()) + " to " + style.withUnit(most.to()) + " ("
                        + signed(most.change()) + ").")
                .orElse(span);
    }

    private static Optional<Course> course(HistoryTable.Subject subject, History history) {
        double[] known = history.of(subject.offeringSlug()).stream()
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return known.length < 2
                ? Optional.empty()
                : Optional.of(new Course(subject.name(), known[0], known[known.length - 1]));
    }

    private static String signed(double share) {
        return String.format(Locale.ROOT, "%+.0f\u00a0%%", share * 100).replace('-', '−');
    }
}
