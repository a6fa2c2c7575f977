package org.llmperf.leaderboard.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import org.llmperf.leaderboard.measurement.Certificates;
import org.llmperf.leaderboard.measurement.MeasuredRequest;
import org.llmperf.leaderboard.measurement.Metric;
import org.llmperf.leaderboard.measurement.Run;
import org.llmperf.leaderboard.measurement.RunConfiguration;
import org.llmperf.leaderboard.measurement.RunEnvironment;
import org.llmperf.leaderboard.measurement.RunVerdict;
import org.llmperf.leaderboard.registry.Offering;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.StreamEvent.Kind;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

/** Makes one invented run of five workers, request by request, from a seed. */
final class SampleRun {
    private static final long MILLI = 1_000_000L;
    private static final int WORKERS = 5;
    private static final List<Outcome> FAILURES = List.of(
            Outcome.HTTP_5XX,
            Outcome.RATE_LIMITED,
            Outcome.TRUNCATED,
            Outcome.STALL_TIMEOUT,
            Outcome.STREAM_ERROR,
            Outcome.CONNECT_TIMEOUT);

    /**
     * How an offering behaves.
     *
     * @param ttftMillis middle of its times to first content
     * @param itlMillis middle of its times per token
     * @param reasoningEvents before the answer
     * @param failEvery one request in this many fails; 0 for none
     */
    record Character(int ttftMillis, int itlMillis, int tokensPerEvent, int reasoningEvents, int failEvery) {
        Character slower(double times) {
            return new Character(
                    (int) (times * ttftMillis), (int) (times * itlMillis), tokensPerEvent, reasoningEvents, failEvery);
        }
    }

    private final Offering offering;
    private final Character character;
    private final Instant startedAt;
    private final SplittableRandom random;
    private final long[] workerFree = new long[WORKERS];

    private SampleRun(Offering offering, int week, Character character) {
        this.offering = offering;
        this.character = character;
        this.startedAt = Samples.start(week).plus(3L * Samples.measured().indexOf(offering), ChronoUnit.MINUTES);
        this.random = new SplittableRandom(31L * week + offering.slug().hashCode());
    }

    static Run of(Offering offering, int week, Character character) {
        return new SampleRun(offering, week, character).run(week);
    }

    private Run run(int week) {
        List<MeasuredRequest> requests = new ArrayList<>();
        long end = 0;
        for (int number = 0; number < Samples.SCENARIO.requests(); number++) {
            MeasuredRequest request = request(number);
            requests.add(request);
            end = Math.max(end, request.trace().timeline().at(Moment.ENDED).orElseThrow());
        }
        var run = new Run(
                UUID.nameUUIDFromBytes((offering.slug() + " week " + week).getBytes(StandardCharsets.UTF_8)),
                configuration(week),
                new RunEnvironment(
                        Samples.REGION,
                        "i4i.large",
                        2,
                        "Linux 6.1 amd64",
                        "OpenJDK 64-Bit Server VM 17.0.15",
                        "1.0.0",
                        "0123456789abcdef0123456789abcdef01234567"),
                startedAt,
                startedAt.plusNanos(end / 1000 * 1000),
                end,
                requests,
                RunVerdict.VALID);
        boolean late = week == 1 && offering.provider().equals(Samples.BIRCH);
        return run.certified(late ? Certificates.late() : Certificates.exact());
    }

    private RunConfiguration configuration(int week) {
        return new RunConfiguration(
                Samples.METHOD_VERSION,
                Samples.SCENARIO,
                offering,
                offering.provider().baseUrl().orElse(URI.create("http://127.0.0.1:40123/v1")),
                4711L + week,
                "c0ffee%058d".formatted(week),
                "llama-2",
                Optional.of("ab".repeat(32)),
                "HTTP/1.1",
                "a fresh connection for every request",
                0);
    }

    private MeasuredRequest request(int number) {
        int worker = number % WORKERS;
        long intended = workerFree[worker];
        boolean fails = character.failEvery() > 0 && number % character.failEvery() == character.failEvery() - 1;
        MeasuredRequest request = fails ? failure(number, intended) : success(number, intended);
        workerFree[worker] = request.trace().timeline().at(Moment.ENDED).orElseThrow();
        return request;
    }

    private MeasuredRequest success(int number, long intended) {
        Map<Moment, Long> at = connected(intended);
        long start = at.get(Moment.STARTED);
        long firstContent = start + spread(character.ttftMillis());
        at.put(Moment.HEADERS, firstContent - 4 * MILLI);
        at.put(Moment.FIRST_BYTE, firstContent - 3 * MILLI);

        List<StreamEvent> events = new ArrayList<>();
        for (int i = 0; i < character.reasoningEvents(); i++) {
            long time = firstContent - (character.reasoningEvents() - i) * MILLI / 10;
            events.add(new StreamEvent(time, 1, Kind.REASONING, 6));
        }
        if (!events.isEmpty()) {
            at.put(Moment.FIRST_REASONING, events.get(0).atNanos());
        }
        int tokens = 143 + random.nextInt(11);
        int count = (tokens + character.tokensPerEvent() - 1) / character.tokensPerEvent();
        long time = firstContent;
        for (int i = 0; i < count; i++) {
            events.add(new StreamEvent(time, 2 + i, Kind.CONTENT, 4 * character.tokensPerEvent()));
            time += i == count - 1 ? 0 : spread(character.itlMillis() * character.tokensPerEvent());
        }
        at.put(Moment.FIRST_CONTENT, firstContent);
        at.put(Moment.LAST_CONTENT, time);
        at.put(Moment.ENDED, time + MILLI);

        Response response = new Response(
                OptionalInt.of(200),
                Optional.of("HTTP/1.1"),
                Optional.of("req-" + number),
                Optional.empty(),
                Optional.empty(),
                200L * count,
                1 + count);
        var usage = new TokenUsage(
                OptionalInt.of(561),
                OptionalInt.of(tokens),
                character.reasoningEvents() > 0 ? OptionalInt.of(12) : OptionalInt.empty());
        return measured(
                trace(
                        number,
                        Outcome.SUCCESS,
                        Optional.empty(),
                        at,
                        events,
                        response,
                        usage,
                        "the" + " sea".repeat(tokens - 1)),
                tokens);
    }

    private MeasuredRequest failure(int number, long intended) {
        Outcome outcome = FAILURES.get(number / character.failEvery() % FAILURES.size());
        Map<Moment, Long> at = connected(intended);
        long ended = at.get(Moment.STARTED) + spread(character.ttftMillis());
        if (outcome == Outcome.CONNECT_TIMEOUT) {
            at.keySet().removeIf(moment -> moment.compareTo(Moment.STARTED) > 0);
            ended = at.get(Moment.STARTED) + 10_000 * MILLI;
        }
        at.put(Moment.ENDED, ended);
        boolean refused = outcome == Outcome.HTTP_5XX || outcome == Outcome.RATE_LIMITED;
        int status = outcome == Outcome.HTTP_5XX ? 503 : outcome == Outcome.RATE_LIMITED ? 429 : 200;
        Response response = outcome == Outcome.CONNECT_TIMEOUT
                ? Response.NONE
                : new Response(
                        OptionalInt.of(status),
                        Optional.of("HTTP/1.1"),
                        Optional.of("req-" + number),
                        refused ? Optional.of("2") : Optional.empty(),
                        refused ? Optional.of("overloaded") : Optional.empty(),
                        87,
                        1);
        return measured(
                trace(
                        number,
                        outcome,
                        Optional.of("Sample: " + outcome.meaning()),
                        at,
                        List.of(),
                        response,
                        TokenUsage.NONE,
                        ""),
                0);
    }

    private Map<Moment, Long> connected(long intended) {
        Map<Moment, Long> at = new EnumMap<>(Moment.class);
        at.put(Moment.INTENDED, intended);
        long start = intended + 20_000 + random.nextInt(30_000);
        at.put(Moment.STARTED, start);
        at.put(Moment.RESOLVED, start + 2 * MILLI);
        at.put(Moment.CONNECTED, start + 12 * MILLI);
        if (!offering.provider().simulated()) {
            at.put(Moment.SECURED, start + 31 * MILLI);
        }
        at.put(Moment.SENT, start + 32 * MILLI);
        return at;
    }

    private RequestTrace trace(
            int number,
            Outcome outcome,
            Optional<String> failure,
            Map<Moment, Long> at,
            List<StreamEvent> events,
            Response response,
            TokenUsage usage,
            String text) {
        return new RequestTrace(
                number,
                startedAt.plus(at.get(Moment.STARTED) / 1000, ChronoUnit.MICROS),
                outcome,
                failure,
                new Timeline(at),
                events,
                response,
                usage,
                outcome == Outcome.SUCCESS ? Optional.of("length") : Optional.empty(),
                text);
    }

    private static MeasuredRequest measured(RequestTrace trace, int tokens) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        Timeline timeline = trace.timeline();
        timeline.between(Moment.STARTED, Moment.FIRST_CONTENT).ifPresent(nanos -> values.put(Metric.TTFT, nanos / 1e9));
        if (trace.succeeded()) {
            double whole = timeline.between(Moment.STARTED, Moment.ENDED).orElseThrow() / 1e9;
            long content =
                    timeline.between(Moment.FIRST_CONTENT, Moment.LAST_CONTENT).orElseThrow();
            values.put(Metric.ITL, content / 1e9 / (tokens - 1));
            values.put(Metric.E2E, whole);
            values.put(Metric.OUTPUT_THROUGHPUT, tokens / whole);
        }
        return new MeasuredRequest(trace, 550, 507 + trace.number() % 14, 150, tokens, values, false);
    }

    /** Between 0.85 and 1.55 times the middle, more often near it than far. */
    private long spread(int middleMillis) {
        double noise = random.nextDouble() * random.nextDouble();
        return Math.round(middleMillis * MILLI * (0.85 + 0.7 * noise));
    }
}
