package org.llmperf.leaderboard.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Timeline;

/**
 * What a provider wants to know of a request of ours that failed.
 *
 * @param started by the wall clock, to be found in the provider's own log
 * @param outcome its class, for example {@code http_5xx}
 * @param words what happened, with the beginning of the answer's body, cleaned of secrets
 * @param requestId the provider's own
 * @param seconds what happened how long after its start, for example {@code first byte}
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FailedRequest(
        int number,
        Instant started,
        String outcome,
        Optional<String> words,
        OptionalInt status,
        Optional<String> errorCode,
        Optional<String> requestId,
        Optional<String> retryAfter,
        List<Step> seconds) {
    static final List<Moment> SHOWN =
            List.of(Moment.CONNECTED, Moment.SECURED, Moment.SENT, Moment.HEADERS, Moment.FIRST_CONTENT, Moment.ENDED);

    public record Step(String moment, double after) {
        public String text() {
            return String.format(Locale.ROOT, "%s %.3f s", moment, after);
        }
    }

    /** How many seconds after its start, absent if it never came to that. */
    OptionalDouble after(Moment moment) {
        return seconds.stream()
                .filter(step -> step.moment().equals(name(moment)))
                .mapToDouble(Step::after)
                .findFirst();
    }

    static List<FailedRequest> of(List<MeasuredRequest> requests) {
        return requests.stream()
                .map(MeasuredRequest::trace)
                .filter(trace -> !trace.succeeded())
                .map(FailedRequest::of)
                .toList();
    }

    private static FailedRequest of(RequestTrace trace) {
        return new FailedRequest(
                trace.number(),
                trace.startedAt(),
                trace.outcome().label(),
                trace.failure(),
                trace.response().httpStatus(),
                trace.response().errorCode(),
                trace.response().requestId(),
                trace.response().retryAfter(),
                steps(trace.timeline()));
    }

    private static String name(Moment moment) {
        return moment.id().replace('_', ' ');
    }

    private static List<Step> steps(Timeline timeline) {
        OptionalLong start = timeline.at(Moment.STARTED);
        return start.isEmpty()
                ? List.of()
                : SHOWN.stream()
                        .filter(moment -> timeline.at(moment).isPresent())
                        .map(moment ->
                                new Step(name(moment), (timeline.at(moment).getAsLong() - start.getAsLong()) / 1e9))
                        .toList();
    }
}
