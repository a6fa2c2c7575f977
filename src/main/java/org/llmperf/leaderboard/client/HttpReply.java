package org.llmperf.leaderboard.client;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.llmperf.leaderboard.trace.Moment;

/**
 * What came over the wire for one request, not yet looked into.
 *
 * @param instants by the client's clock, with its arbitrary zero
 * @param head absent if no status line came
 * @param body whatever came of it, also before a failure
 * @param fault of the connection, or the limit that was passed; absent if the response came to an end
 * @param earlierId the provider's id of the first request, where this reply is that to the second of two
 */
record HttpReply(
        Map<Moment, Long> instants,
        Optional<HttpHead> head,
        List<BodyRead> body,
        Optional<Fault> fault,
        Optional<String> earlierId) {

    HttpReply(Map<Moment, Long> instants, Optional<HttpHead> head, List<BodyRead> body, Optional<Fault> fault) {
        this(instants, head, body, fault, Optional.empty());
    }

    /** Nothing was sent. */
    static HttpReply none(Fault fault) {
        return new HttpReply(Map.of(), Optional.empty(), List.of(), Optional.of(fault));
    }

    /** Whether it came whole and its head promises what was asked for. */
    boolean succeeded(String accept) {
        return fault.isEmpty() && head.isPresent() && head.get().promises(accept);
    }

    /** From start to end. */
    Duration duration() {
        return Duration.ofNanos(instants.get(Moment.ENDED) - instants.get(Moment.STARTED));
    }

    HttpReply failed(Fault later) {
        return new HttpReply(instants, head, body, Optional.of(later), earlierId);
    }

    /** Both as one: it starts and connects with this one, and answers with the other. */
    HttpReply followedBy(HttpReply next) {
        Map<Moment, Long> both = new EnumMap<>(next.instants);
        for (Moment moment : List.of(Moment.STARTED, Moment.RESOLVED, Moment.CONNECTED, Moment.SECURED)) {
            both.remove(moment);
            Optional.ofNullable(instants.get(moment)).ifPresent(nanos -> both.put(moment, nanos));
        }
        return new HttpReply(both, next.head, next.body, next.fault, requestId());
    }

    /** The provider's own name for the request, to ask it with. */
    Optional<String> requestId() {
        return head.flatMap(HttpHead::requestId).or(() -> earlierId);
    }

    byte[] bytes() {
        byte[] all = new byte[Math.toIntExact(length())];
        int at = 0;
        for (BodyRead read : body) {
            System.arraycopy(read.bytes(), 0, all, at, read.bytes().length);
            at += read.bytes().length;
        }
        return all;
    }

    /** Bytes of memory, as {@link AnswerMemory} counts them. */
    long held() {
        return body.stream().mapToLong(BodyRead::held).sum();
    }

    long length() {
        return body.stream().mapToLong(read -> read.bytes().length).sum();
    }
}
