package org.llmperf.leaderboard.delivery;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.llmperf.leaderboard.store.Edition;

/**
 * Stands before all pages and the API. Who has the answer already is told so; who asks what somebody asked before, in the same
 * edition, gets the same bytes; the rest goes on to where answers are made, and {@link Keeper} takes a copy on its way out.
 */
@Singleton
class Delivery {
    /**
     * Before all that answers, after what sets headers on everything. Before who is who is asked too, of which a kept answer
     * needs nothing, and before the path is looked up for the metrics, which takes half as long as everything else.
     */
    private static final int PRIORITY = 250;

    /** Where Quarkus's metrics look for what a request is counted as; each run would have a counter of its own otherwise. */
    static final String TEMPLATE = "UrlPathTemplate";

    static final String WANTED = "leaderboard.delivery.wanted";

    /** Whether there is no use in beginning an answer. */
    static final String AWAY = "leaderboard.delivery.away";

    /** A database that says nothing for so long counts as away, though its answer is still waited for. */
    private static final int PATIENCE_SECONDS = 2;

    /** To be kept by the asker, and asked for again each time, which costs a few bytes: a new board is seen at once. */
    static final String CACHE_CONTROL = "public, no-cache";

    private final Editions editions;
    private final Answers answers;
    private final Vertx vertx;

    /** What an answer on its way belongs to. */
    record Wanted(Question question, Edition edition) {}

    Delivery(Editions editions, Answers answers, Vertx vertx) {
        this.editions = editions;
        this.answers = answers;
        this.vertx = vertx;
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        Question.of(context.request()).ifPresentOrElse(question -> handle(context, question), context::next);
    }

    /** The database is asked on another thread, and the request held until it has answered. */
    private void handle(RoutingContext context, Question question) {
        Optional<Edition> known = editions.known();
        if (known.isPresent()) {
            answer(context, new Wanted(question, known.get()));
            return;
        }
        context.request().pause();
        vertx.executeBlocking(editions::current, false)
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .otherwise(silence -> editions.whileSilent())
                .onComplete(asked -> {
                    context.request().resume();
                    if (asked.succeeded()) {
                        answer(context, new Wanted(question, asked.result()));
                    } else {
                        context.next();
                    }
                });
    }

    private void answer(RoutingContext context, Wanted wanted) {
        HttpServerRequest request = context.request();
        Encoding encoding = Encoding.chosen(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String tag = Tag.of(wanted.question, wanted.edition, encoding);
        if (!editions.isAway() && Tag.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            context.response()
                    .setStatusCode(304)
                    .putHeader(HttpHeaders.ETAG, tag)
                    .putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                    .putHeader(HttpHeaders.VARY, wanted.question.vary())
                    .end();
            return;
        }
        Optional<Answer> kept =
                editions.isAway() ? answers.last(wanted.question) : answers.find(wanted.question, wanted.edition);
        if (kept.isPresent() && editions.isAway()) {
            sendWithNotice(request, kept.get(), wanted.edition);
        } else if (kept.isPresent()) {
            send(request, kept.get(), encoding, tag);
        } else {
            context.put(WANTED, wanted).put(AWAY, editions.isAway()).next();
        }
    }

    private static void sendWithNotice(HttpServerRequest request, Answer kept, Edition newest) {
        AwayNotice.headers(kept).forEach(request.response()::putHeader);
        end(request, AwayNotice.body(kept, newest));
    }

    private static void send(HttpServerRequest request, Answer answer, Encoding encoding, String tag) {
        answer.template().ifPresent(template -> Vertx.currentContext().putLocal(TEMPLATE, template));
        HttpServerResponse response = request.response();
        answer.headers().forEach(header -> response.putHeader(header.getKey(), header.getValue()));
        response.putHeader(HttpHeaders.ETAG, tag);
        if (encoding != Encoding.IDENTITY) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, encoding.id());
        }
        end(request, answer.body(encoding));
    }

    private static void end(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response();
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }
}
