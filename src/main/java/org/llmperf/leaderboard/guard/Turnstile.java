package org.llmperf.leaderboard.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Lets answers be made by few at a time, so that neither threads nor connections to the database run out: who is refused costs
 * nothing. Pictures and passwords have lanes of their own, since each of them takes a processor for a while. A place is free
 * again when the head of an answer leaves: slow readers, downloads and event streams hold none.
 */
@Singleton
class Turnstile {
    /** After kept answers, which pass by; before who is who is asked, which may take the database. */
    private static final int PRIORITY = 240;

    private static final Set<String> WITH_PASSWORD = Set.of("/login", "/welcome");
    private static final String RETRY_SECONDS = "2";

    /** Fewer than connections to the database, which are wanted for rounds and for the question what is published too. */
    private final Lane pages = new Lane(12, 200, 40);

    private final Lane pictures = new Lane(1, 24, 8);

    /** Each takes 19 MiB and a processor. */
    private final Lane passwords = new Lane(2, 16, 18);

    void install(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private Lane lane(HttpServerRequest request) {
        if (request.path().startsWith("/cards/")) {
            return pictures;
        }
        return request.method() == HttpMethod.POST && WITH_PASSWORD.contains(request.path()) ? passwords : pages;
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Lane lane = lane(request);
        Context here = Vertx.currentContext();
        Optional<Lane.Ticket> ticket = lane.enter(
                ClientAddress.of(request),
                () -> here.runOnContext(turn -> {
                    if (!context.response().closed()) {
                        context.next();
                    }
                }));
        if (ticket.isEmpty()) {
            refuse(context, lane == passwords ? 429 : 503);
            return;
        }
        context.addHeadersEndHandler(head -> ticket.get().leave());
        context.addEndHandler(end -> ticket.get().leave());
        if (ticket.get().atOnce()) {
            context.next();
        } else if (!request.isEnded()) {
            // what is sent meanwhile would be lost; who reads it resumes
            request.pause();
        }
    }

    private static void refuse(RoutingContext context, int status) {
        boolean program = context.request().path().startsWith("/api/");
        String words = "Too much is asked for at the same time. Please try again in a few seconds.";
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, program ? "application/problem+json" : "text/plain; charset=UTF-8")
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(program ? RateLimit.problem(status, "Busy", words).encode() : words);
    }
}
