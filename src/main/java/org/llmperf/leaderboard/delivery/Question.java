package org.llmperf.leaderboard.delivery;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a request asks for, as far as the answer depends on it.
 *
 * @param address path and query
 * @param accept media types; empty for who takes a page, which has one
 */
record Question(String address, String accept) {
    private static final String API = "/api/";

    /** Addresses whose answers depend on more than the address and what is published. */
    private static final List<String> PRIVATE = List.of("/q/", "/account", "/admin", "/login", "/welcome", "/dump");

    /** Longer ones are answered, but not worth keeping. */
    private static final int LONGEST = 1000;

    /** Browsers say it in many ways, which all get the one page there is; who takes none gets no kept one. */
    private static boolean takesPages(String accept) {
        return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }

    /** The request headers that the answer depends on. */
    String vary() {
        return address.startsWith(API) ? "Accept, Accept-Encoding" : "Accept-Encoding";
    }

    /** Whether the same is read here by everybody, whoever they are. */
    static boolean isPublic(HttpServerRequest request) {
        String path = request.path();
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && path != null
                && PRIVATE.stream().noneMatch(path::startsWith);
    }

    /** Absent for a request that is not plainly to read, by somebody unknown, what everybody sees. */
    static Optional<Question> of(HttpServerRequest request) {
        String path = request.path();
        boolean plain = isPublic(request)
                && !request.headers().contains(HttpHeaders.COOKIE)
                && !request.headers().contains(HttpHeaders.AUTHORIZATION);
        if (!plain) {
            return Optional.empty();
        }
        String accept = request.headers().get(HttpHeaders.ACCEPT);
        if (!path.startsWith(API) && takesPages(accept)) {
            accept = null;
        }
        var question = new Question(request.uri(), accept == null ? "" : accept);
        return Optional.of(question).filter(one -> one.address.length() + one.accept.length() <= LONGEST);
    }
}
