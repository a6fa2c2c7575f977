package org.llmperf.leaderboard.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Connections that wait for their next request. There are never more than requests were under way at once. The one that
 * waited least is taken first: a server closes those that wait too long.
 */
final class KeptConnections {
    private final Map<String, Deque<Connection>> waiting = new HashMap<>();

    /** One to the call's server that is still open, as far as is known here. */
    synchronized Optional<Connection> take(HttpCall call) {
        Deque<Connection> ofServer = waiting.getOrDefault(server(call), new ArrayDeque<>());
        Connection newest = ofServer.pollLast();
        while (newest != null && !newest.open()) {
            newest = ofServer.pollLast();
        }
        return Optional.ofNullable(newest);
    }

    synchronized void keep(HttpCall call, Connection connection) {
        waiting.computeIfAbsent(server(call), server -> new ArrayDeque<>()).addLast(connection);
    }

    private static String server(HttpCall call) {
        return call.uri().getScheme().toLowerCase(Locale.ROOT) + "://"
                + call.uri().getHost().toLowerCase(Locale.ROOT) + ":" + call.port();
    }
}
