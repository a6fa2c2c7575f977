package org.llmperf.leaderboard.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Anybody's page may read the public API. The same headers for everybody, whether a browser says whose page asks or not, so
 * that an answer kept between can be handed to anyone.
 */
@Singleton
class CrossOrigin {
    private static final String API = "/api/v1/";

    /** Before kept answers are handed out. */
    private static final int PRIORITY = 260;

    void install(@Observes Filters filters) {
        filters.register(CrossOrigin::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        String path = context.request().path();
        if (path == null || !path.startsWith(API)) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link");
        boolean mayI = context.request().method() == HttpMethod.OPTIONS
                && context.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (mayI) {
            response.setStatusCode(204)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, If-None-Match")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400")
                    .end();
        } else {
            context.next();
        }
    }
}
