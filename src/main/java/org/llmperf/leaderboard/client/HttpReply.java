package org.llmperf.leaderboard.client;

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
 */
record HttpReply(Map<Moment, Long> instants, Optional<HttpHead> head, List<BodyRead> body, Optional<Fault> fault) {

    /** Nothing was sent. */
    static HttpReply none(Fault fault) {
        return new HttpReply(Map.of(), Optional.empty(), List.of(), Optional.of(fault));
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

    long length() {
        return body.stream().mapToLong(read -> read.bytes().length).sum();
    }
}
