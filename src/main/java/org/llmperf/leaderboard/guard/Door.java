package org.llmperf.leaderboard.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests that no browser and no client of the API sends, before anything decides by their method, host or path. After
 * it a path has one spelling, so a rule about {@code /api/} or {@code /admin} cannot be avoided by another one.
 */
@Singleton
class Door {
    /** After the headers for browsers, which stand on refusals too; before all other filters. */
    private static final int PRIORITY = 450;

    /** Their names become values of a metric's tag, so there must be an end of them. */
    static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Control characters, broken escapes, and what other programs take for a separator; no page has any of them in its path. */
    private static final Pattern IMPOSSIBLE = Pattern.compile(
            "%[01][0-9a-f]|%7f|%(?![0-9a-f]{2})|%2f|%5c|%3b|[;\\\\\\x00-\\x20]", Pattern.CASE_INSENSITIVE);

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final long bodyMillis;

    private record Refusal(int status, String words) {}

    Door(GuardConfig config) {
        bodyMillis = config.bodyTime().toMillis();
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        HeadDeadline.of(context.request().connection()).ifPresent(deadline -> stop(deadline, context));
        Optional<Refusal> refusal = refusal(context.request());
        if (refusal.isPresent()) {
            refuse(context, refusal.get());
            return;
        }
        String path = context.request().path();
        String normal = SLASHES.matcher(context.normalizedPath()).replaceAll("/");
        if (!normal.equals(path)) {
            redirect(context, normal);
            return;
        }
        if (!WITHOUT_BODY.contains(context.request().method())) {
            endLateBody(context);
        }
        context.next();
    }

    /** In HTTP/2 requests share a connection, whose other frames are no beginning of one. */
    private static void stop(HeadDeadline deadline, RoutingContext context) {
        deadline.arrived();
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.addEndHandler(ended -> deadline.answered());
        }
    }

    private static Optional<Refusal> refusal(HttpServerRequest request) {
        String path = request.path();
        if (!METHODS.contains(request.method())) {
            return Optional.of(new Refusal(501, "This method is not known here."));
        }
        if (hosts(request) > 1 || request.version() == HttpVersion.HTTP_1_1 && hosts(request) == 0) {
            return Optional.of(new Refusal(400, "A request has exactly one header Host."));
        }
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            // browsers announce a form's length; without it a body has no end that could be checked before it is read
            return Optional.of(new Refusal(411, "Announce the length of what is sent: Content-Length."));
        }
        boolean impossible = path == null
                || !path.startsWith("/")
                || IMPOSSIBLE.matcher(path).find()
                || request.uri().contains("%00");
        return impossible ? Optional.of(new Refusal(400, "There is no such address.")) : Optional.empty();
    }

    private static int hosts(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.HOST).size();
    }

    private static void refuse(RoutingContext context, Refusal refusal) {
        context.response()
                .setStatusCode(refusal.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(refusal.words)
                .onComplete(sent -> context.request().connection().close());
    }

    /** Readers are led to the usual spelling; a form that is sent to another one is not repeated. */
    private static void redirect(RoutingContext context, String path) {
        if (!WITHOUT_BODY.contains(context.request().method())) {
            refuse(context, new Refusal(400, "This address has another spelling: " + path));
            return;
        }
        String query = context.request().query();
        context.response()
                .setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, query == null ? path : path + "?" + query)
                .end();
    }

    /** The server's own limit is one of silence, which a byte now and then avoids. */
    private void endLateBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        long timer = context.vertx().setTimer(bodyMillis, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }
}
