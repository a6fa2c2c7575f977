package org.llmperf.leaderboard.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * What browsers are told on every answer. Put there when the headers leave, so that a kept answer never holds those of another
 * connection.
 */
@Singleton
class SecurityHeaders {
    /** Before everything that may answer. */
    private static final int PRIORITY = 500;

    /** Nothing but this server's own files is loaded, nothing within a page runs, nobody frames it, forms come back here. */
    static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The description of the API is drawn by Swagger UI, whose page has code of its own within. It has no session. */
    static final String SWAGGER_UI =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    /** Only over https, as RFC 6797 wants it: a year. */
    private static final String TRANSPORT = "max-age=31536000";

    /** Pages of somebody in particular: no browser and no proxy keeps them. */
    private static final List<String> PRIVATE =
            List.of("/account", "/admin", "/login", "/welcome", "/api/v1/account", "/api/v1/admin");

    void install(@Observes Filters filters) {
        filters.register(SecurityHeaders::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        String path = context.request().path() == null ? "" : context.request().path();
        // not earlier: behind a proxy the question for the scheme also rewrites the header Host, which Door wants as it
        // came
        context.addHeadersEndHandler(ignored -> {
            HttpServerRequest request = context.request();
            MultiMap headers = context.response().headers();
            stayHere(headers, request.scheme() + "://" + request.host());
            add(headers, path, "https".equals(request.scheme()));
        });
        context.next();
    }

    /** Redirects within the site name no host: the request's own may be anybody's invention, and behind a proxy lacks the port. */
    private static void stayHere(MultiMap headers, String here) {
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith(here + "/")) {
            headers.set(HttpHeaders.LOCATION, location.substring(here.length()));
        }
    }

    private static void add(MultiMap headers, String path, boolean secure) {
        ALWAYS.forEach(headers::set);
        headers.set("Content-Security-Policy", path.startsWith("/q/swagger-ui") ? SWAGGER_UI : STRICT);
        if (secure) {
            headers.set("Strict-Transport-Security", TRANSPORT);
        }
        if (PRIVATE.stream().anyMatch(path::startsWith)) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
