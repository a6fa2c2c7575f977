package org.llmperf.leaderboard.client;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.llmperf.leaderboard.trace.Moment;
import org.llmperf.leaderboard.trace.RequestTrace;
import org.llmperf.leaderboard.trace.Response;
import org.llmperf.leaderboard.trace.StreamEvent;
import org.llmperf.leaderboard.trace.Timeline;
import org.llmperf.leaderboard.trace.TokenUsage;

/** Turns what came over the wire into a trace: reads the body, decides the outcome, cleans every text of secrets. */
final class TraceMaker {
    private static final Answer NO_ANSWER =
            new Answer(List.of(), TokenUsage.NONE, Optional.empty(), Optional.empty(), Optional.empty(), false);

    private final Dialect dialect;
    private final Secrets secrets;

    TraceMaker(Dialect dialect, Secrets secrets) {
        this.dialect = dialect;
        this.secrets = secrets;
    }

    /**
     * @param accept what the call that the reply answers asked for
     */
    RequestTrace trace(ProviderRequest request, Instant startedAt, String accept, HttpReply reply) {
        Optional<HttpHead> head = reply.head();
        if (head.isEmpty()) {
            Fault fault = reply.fault().orElseThrow();
            return trace(request, startedAt, reply, NO_ANSWER, Verdict.failed(fault.outcome(), fault.message()));
        }
        if (!head.get().promises(accept)) {
            byte[] body = reply.bytes();
            Verdict refusal = Verdict.ofRefusal(head.get(), body, dialect.readError(body), accept);
            return trace(request, startedAt, reply, NO_ANSWER, refusal);
        }
        Answer answer = dialect.read(reply.body()).kept(request.maxOutputTokens());
        return trace(request, startedAt, reply, answer, Verdict.ofStream(reply.fault(), answer));
    }

    /** For what went wrong on our side, with as much of the timeline as there is. */
    RequestTrace ownFault(ProviderRequest request, Instant startedAt, HttpReply reply, Throwable cause) {
        Fault fault = Failures.own(cause);
        return trace(request, startedAt, reply, NO_ANSWER, Verdict.failed(fault.outcome(), fault.message()));
    }

    private RequestTrace trace(
            ProviderRequest request, Instant startedAt, HttpReply reply, Answer answer, Verdict verdict) {
        long origin = request.originNanos();
        List<StreamEvent> events = answer.pieces().stream()
                .map(piece -> new StreamEvent(
                        piece.atNanos() - origin,
                        piece.read(),
                        piece.kind(),
                        piece.text().length()))
                .toList();
        return new RequestTrace(
                request.number(),
                startedAt,
                verdict.outcome(),
                verdict.failure().map(secrets::clean),
                timeline(request, reply, events),
                events,
                response(reply, verdict),
                answer.usage(),
                answer.finishReason().map(secrets::clean),
                // a NUL is no text, and a database may refuse the whole run for it
                secrets.withoutKey(answer.text()).replace("\0", ""));
    }

    private static Timeline timeline(ProviderRequest request, HttpReply reply, List<StreamEvent> events) {
        Map<Moment, Long> instants = new EnumMap<>(Moment.class);
        instants.put(Moment.INTENDED, request.intendedNanos() - request.originNanos());
        reply.instants().forEach((moment, nanos) -> instants.put(moment, nanos - request.originNanos()));
        for (StreamEvent event : events) {
            if (event.kind() == StreamEvent.Kind.REASONING) {
                instants.putIfAbsent(Moment.FIRST_REASONING, event.atNanos());
            } else {
                instants.putIfAbsent(Moment.FIRST_CONTENT, event.atNanos());
                instants.put(Moment.LAST_CONTENT, event.atNanos());
            }
        }
        return new Timeline(instants);
    }

    private Response response(HttpReply reply, Verdict verdict) {
        Optional<HttpHead> head = reply.head();
        return new Response(
                head.map(h -> OptionalInt.of(h.status())).orElse(OptionalInt.empty()),
                head.map(HttpHead::version).map(secrets::clean),
                reply.requestId().map(secrets::clean),
                head.flatMap(HttpHead::retryAfter).map(secrets::clean),
                verdict.code().map(secrets::clean),
                reply.length(),
                reply.body().size());
    }
}
