package org.llmperf.leaderboard.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

/** Requests made of draws, one event a token, as workers would send them one after another. */
final class DrawnRequests {
    static final String TEXT = "SYNTHETIC: this answer was never given.";
    private static final double NANOS = 1e9;

    private final Instant startedAt;
    private final int inputTokens;
    private final List<MeasuredRequest> requests = new ArrayList<>();
    private long wallNanos;

    private DrawnRequests(Instant startedAt, int inputTokens) {
        this.startedAt = startedAt;
        this.inputTokens = inputTokens;
    }

    static DrawnRequests of(List<Draw> draws, int workers, int inputTokens, Instant startedAt) {
        var drawn = new DrawnRequests(startedAt, inputTokens);
        var free = new PriorityQueue<Long>();
        for (int i = 0; i < workers; i++) {
            free.add(0L);
        }
        for (Draw draw : draws) {
            long end = drawn.add(draw, free.remove());
            free.add(end);
            drawn.wallNanos = Math.max(drawn.wallNanos, end);
        }
        return drawn;
    }

    List<MeasuredRequest> requests() {
        return List.copyOf(requests);
    }

    long wallNanos() {
        return wallNanos;
    }

    /** @return when it ends */
    private long add(Draw draw, long start) {
        long first = start + nanos(draw.firstToken());
        List<StreamEvent> events = draw.succeeded() ? events(draw, first) : List.of();
        long last = events.isEmpty() ? first : events.get(events.size() - 1).atNanos();
        Map<Moment, Long> instants = new EnumMap<>(Moment.class);
        instants.put(Moment.INTENDED, start);
        instants.put(Moment.STARTED, start);
        instants.put(Moment.ENDED, last);
        if (draw.succeeded()) {
            instants.put(Moment.FIRST_BYTE, first);
            instants.put(Moment.FIRST_CONTENT, first);
            instants.put(Moment.LAST_CONTENT, last);
        }
        int number = requests.size();
        requests.add(new MeasuredRequest(
                new RequestTrace(
                        number,
                        startedAt.plusNanos(start),
                        draw.outcome(),
                        draw.succeeded() ? Optional.empty() : Optional.of("SYNTHETIC failure"),
                        new Timeline(instants),
                        events,
                        draw.succeeded() ? answered(draw) : Response.NONE,
                        TokenUsage.NONE,
                        draw.succeeded() ? Optional.of("length") : Optional.empty(),
                        draw.succeeded() ? TEXT : ""),
                inputTokens,
                inputTokens,
                150,
                draw.succeeded() ? draw.tokens() : 0,
                draw.succeeded() ? values(draw, start, first, last) : Map.of(),
                false));
        return last;
    }

    private static List<StreamEvent> events(Draw draw, long first) {
        var events = new ArrayList<StreamEvent>(draw.tokens());
        for (int i = 0; i < draw.tokens(); i++) {
            events.add(new StreamEvent(first + nanos(i * draw.token()), i + 1, StreamEvent.Kind.CONTENT, 4));
        }
        return events;
    }

    private static Response answered(Draw draw) {
        return new Response(
                OptionalInt.of(200),
                Optional.of("HTTP/1.1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                200L * draw.tokens(),
                draw.tokens());
    }

    private static Map<Metric, Double> values(Draw draw, long start, long first, long last) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.TTFT, (first - start) / NANOS);
        values.put(Metric.ITL, (last - first) / NANOS / (draw.tokens() - 1));
        values.put(Metric.E2E, (last - start) / NANOS);
        values.put(Metric.OUTPUT_THROUGHPUT, draw.tokens() / ((last - start) / NANOS));
        return values;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS);
    }
}
