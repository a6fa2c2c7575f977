package org.llmperf.leaderboard.calibration;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.llmperf.leaderboard.measurement.Calibration;
import org.llmperf.leaderboard.measurement.TimingError;
import org.llmperf.leaderboard.summary.Quantiles;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;

/** Compares what the client saw with what a simulated provider says it did. */
final class StampErrors {
    private static final double NANOS = 1e9;

    private StampErrors() {}

    /** @param traces of the {@link StampDialect} */
    static Calibration calibration(int concurrency, List<RequestTrace> traces) {
        List<Seen> seen = traces.stream()
                .filter(RequestTrace::succeeded)
                .map(trace -> new Seen(trace, EventStamps.parse(trace.text())))
                .toList();
        return new Calibration(
                concurrency,
                traces.size(),
                seen.size(),
                error(seen.stream().mapToLong(Seen::ttftError)),
                error(events(seen).mapToLong(EventStamps::errorNanos)),
                error(events(seen).mapToLong(EventStamps::lateNanos)),
                error(seen.stream().mapToLong(Seen::connecting)),
                error(seen.stream().mapToLong(Seen::pickUp)));
    }

    private static Stream<EventStamps> events(List<Seen> seen) {
        return seen.stream().flatMap(request -> request.stamps().stream());
    }

    /** Absent for an empty sample. */
    static Optional<TimingError> error(LongStream nanos) {
        double[] seconds = nanos.sorted().mapToDouble(n -> n / NANOS).toArray();
        return seconds.length == 0
                ? Optional.empty()
                : Optional.of(new TimingError(
                        seconds.length,
                        Quantiles.of(seconds, 0.5),
                        Quantiles.of(seconds, 0.99),
                        seconds[seconds.length - 1]));
    }

    private record Seen(RequestTrace trace, List<EventStamps> stamps) {
        long ttftError() {
            return between(Moment.STARTED, Moment.RESOLVED)
                    + between(Moment.CONNECTED, Moment.SENT)
                    + first().errorNanos();
        }

        long connecting() {
            return between(Moment.RESOLVED, Moment.CONNECTED);
        }

        /** What is left of the time from the request written to the first content if both sides' known parts are taken away. */
        long pickUp() {
            return between(Moment.SENT, Moment.FIRST_CONTENT) - first().errorNanos() - first().serverNanos();
        }

        private EventStamps first() {
            return stamps.get(0);
        }

        private long between(Moment from, Moment to) {
            return trace.timeline().between(from, to).orElseThrow();
        }
    }
}
