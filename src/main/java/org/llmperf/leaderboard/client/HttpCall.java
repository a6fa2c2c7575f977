package org.llmperf.leaderboard.client;

import java.net.URI;
import java.util.Map;

/**
 * One HTTP request as a dialect wants it sent.
 *
 * @param headers beside those that every request has: host, length, accept and the wish for a plain, unshared connection
 * @param accept the media type of a proper answer, for example {@code text/event-stream}; a 200 of another type is malformed
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, byte[] body, String accept) {

    boolean secure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : secure() ? 443 : 80;
    }

    /** Without headers, query and body: they hold the key. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getHost() + uri.getPath();
    }
}
