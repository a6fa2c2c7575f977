package org.llmperf.leaderboard.client;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One HTTP request as a dialect wants it sent.
 *
 * @param headers beside those that every request has: host, length, accept and the wish for a plain, unshared connection
 * @param accept the media type of a proper answer, for example {@code text/event-stream}; a 200 of another type is malformed
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, byte[] body, String accept) {
    private static final Set<String> PROOFS = Set.of(
            "authorization", "api-key", "x-api-key", "x-goog-api-key", "x-amz-security-token", "proxy-authorization");

    /** What most APIs want: one JSON object, answered by server-sent events. */
    public static HttpCall forEvents(URI uri, Map<String, String> headers, Map<String, Object> json) {
        HttpCall call = new HttpCall("POST", uri, headers, Json.bytes(json), "text/event-stream");
        return call.with(Map.of("content-type", "application/json"));
    }

    /** The same call with headers added or replaced. */
    public HttpCall with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new HttpCall(method, uri, all, body, accept);
    }

    /** What no text that is kept may contain: the values of the headers that prove who asks, scheme and all, and without. */
    List<String> secrets() {
        return headers.entrySet().stream()
                .filter(header -> PROOFS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .flatMap(value -> Stream.of(value, value.substring(value.indexOf(' ') + 1)))
                .distinct()
                .toList();
    }

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
