package org.llmperf.leaderboard.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** How much one client may ask the API in a minute. Beyond it the answer is 429, and when to come again. */
@Singleton
class RateLimit {
    private static final String API = "/api/";
    private static final int TOO_MANY = 429;

    /** After the headers that let anybody's page read even this answer, before kept answers are handed out. */
    private static final int PRIORITY = 255;

    private final GuardConfig config;
    private volatile Allowance allowance;

    RateLimit(GuardConfig config) {
        this.config = config;
    }

    void install(@Observes Filters filters) {
        allowance = new Allowance(config.requestsPerMinute(), Duration.ofMinutes(1));
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        String path = context.request().path();
        Optional<Duration> wait = path == null || !path.startsWith(API)
                ? Optional.empty()
                : allowance.take(ClientAddress.of(context.request()));
        if (wait.isEmpty()) {
            context.next();
            return;
        }
        long seconds = Allowance.seconds(wait.get());
        context.response()
                .setStatusCode(TOO_MANY)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem(
                                TOO_MANY,
                                "Too Many Requests",
                                "One client may ask %d times a minute. Ask again in %d s; /dump/latest has everything at once."
                                        .formatted(config.requestsPerMinute(), seconds))
                        .encode());
    }

    static JsonObject problem(int status, String title, String detail) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
