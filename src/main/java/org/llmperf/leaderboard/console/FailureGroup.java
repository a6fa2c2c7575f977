package org.llmperf.leaderboard.console;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

/**
 * Requests that failed in the same way: a provider that refuses 94 of them says the same 94 times.
 *
 * @param example the first of them
 * @param last start of the last of them
 */
public record FailureGroup(Outcome outcome, int count, FailedRequest example, FailedRequest last) {

    /** What makes two failures the same, whatever their texts and ids. */
    private record Kind(Outcome outcome, OptionalInt status, Optional<String> errorCode) {
        static Kind of(RequestTrace trace) {
            return new Kind(
                    trace.outcome(),
                    trace.response().httpStatus(),
                    trace.response().errorCode());
        }
    }

    /** The most frequent first. */
    static List<FailureGroup> of(List<MeasuredRequest> requests) {
        Map<Kind, List<MeasuredRequest>> byKind = requests.stream()
                .filter(request -> !request.trace().succeeded())
                .collect(Collectors.groupingBy(
                        request -> Kind.of(request.trace()), LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(group -> of(group.getKey().outcome(), FailedRequest.of(group.getValue())))
                .sorted(Comparator.comparingInt(FailureGroup::count).reversed())
                .toList();
    }

    private static FailureGroup of(Outcome outcome, List<FailedRequest> failures) {
        return new FailureGroup(outcome, failures.size(), failures.get(0), failures.get(failures.size() - 1));
    }
}
