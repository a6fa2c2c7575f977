package org.llmperf.leaderboard.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.llmperf.leaderboard.measurement.Metric;

/** Reads parameters of an address. An empty one counts as not given, since forms send them. */
final class Parameters {
    private static final List<String> METRICS =
            Metric.RANKABLE.stream().map(Metric::id).toList();
    private static final int DIGITS = 9;

    private Parameters() {}

    /**
     * @throws ProblemException if two different values were given, or one that is not allowed
     */
    static Optional<String> oneOf(String name, List<String> given, List<String> allowed) {
        return single(name, given, allowed).map(value -> {
            if (!allowed.contains(value)) {
                throw ProblemException.badParameter(name, value, allowed);
            }
            return value;
        });
    }

    /** {@code ttft} unless told otherwise. */
    static Metric metric(List<String> given) {
        return oneOf("metric", given, METRICS).map(Metric::ofId).orElse(Metric.TTFT);
    }

    /** A whole number from 1 to the limit. */
    static int number(String name, List<String> given, int fallback, int limit) {
        List<String> allowed = List.of("1 to " + limit);
        return single(name, given, allowed)
                .map(value -> whole(value)
                        .filter(number -> number >= 1 && number <= limit)
                        .orElseThrow(() -> ProblemException.badParameter(name, value, allowed)))
                .orElse(fallback);
    }

    private static Optional<Integer> whole(String value) {
        return Stream.of(value)
                .filter(text -> text.length() <= DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::valueOf)
                .findFirst();
    }

    private static Optional<String> single(String name, List<String> given, List<String> allowed) {
        List<String> values =
                given.stream().filter(value -> !value.isBlank()).distinct().toList();
        if (values.size() > 1) {
            throw ProblemException.badParameter(name, String.join(" and ", values), allowed);
        }
        return values.stream().findFirst();
    }
}
