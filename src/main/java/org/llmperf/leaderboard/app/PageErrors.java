package org.llmperf.leaderboard.app;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.llmperf.leaderboard.access.Refusals;
import org.llmperf.leaderboard.api.Problem;
import org.llmperf.leaderboard.delivery.DatabaseAwayException;
import org.llmperf.leaderboard.delivery.Editions;
import org.llmperf.leaderboard.pages.BadQueryException;
import org.llmperf.leaderboard.pages.ErrorPage;
import org.llmperf.leaderboard.pages.UnknownThingException;
import org.llmperf.leaderboard.store.LostConnection;

/**
 * Turns failures into pages that help, and for programs into problems (RFC 9457) that say the same. None of them shows an
 * exception's own text, which may hold anything.
 */
public class PageErrors {
    private static final Logger LOG = Logger.getLogger(PageErrors.class);
    private static final LostConnection LOST_CONNECTION = new LostConnection();

    /** What readers never see as a page of its own: a program that fetches it wants no HTML in its place. */
    private static final Pattern FOR_PROGRAMS = Pattern.compile("/api/.*|/badges/.*|/cards/.*|.*\\.(atom|xml|txt)");

    /** Which methods an address has that does not say so itself. */
    private static final String TO_BE_READ = "GET, HEAD";

    /** A database that restarts is back in seconds. */
    private static final int RETRY_SECONDS = 10;

    /** What is written down of refused requests, by status. */
    private static final Map<Integer, String> NOTEWORTHY = Map.of(
            403, "a form of another site",
            413, "what was sent is too long",
            415, "not a form");

    private final Refusals refusals;
    private final Editions editions;

    public PageErrors(Refusals refusals, Editions editions) {
        this.refusals = refusals;
        this.editions = editions;
    }

    @ServerExceptionMapper
    public Response unknown(UnknownThingException unknown, HttpServerRequest request) {
        return answer(ErrorPage.of(unknown), request).build();
    }

    @ServerExceptionMapper
    public Response badQuery(BadQueryException bad, HttpServerRequest request) {
        return answer(ErrorPage.of(bad), request).build();
    }

    @ServerExceptionMapper
    public Response noSuchPage(NotFoundException missing, HttpServerRequest request) {
        return forProgram(request)
                ? Problem.of(404, "There is nothing at this address; /q/openapi lists what there is.")
                        .response()
                        .build()
                : answer(ErrorPage.noSuchPage(request.path()), request).build();
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused, HttpServerRequest request) {
        Response response = refused.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        if (response.getStatus() >= 500) {
            return failed(refused, request);
        }
        Optional.ofNullable(NOTEWORTHY.get(response.getStatus()))
                .ifPresent(why -> refusals.add(request, Optional.empty(), why));
        Optional<String> allowed = response.getStatus() == 405
                ? Optional.of(Objects.requireNonNullElse(response.getHeaderString(HttpHeaders.ALLOW), TO_BE_READ))
                : Optional.empty();
        return answer(ErrorPage.refused(response.getStatus(), allowed), request)
                .header(HttpHeaders.ALLOW, allowed.orElse(null))
                .header(HttpHeaders.RETRY_AFTER, response.getHeaderString(HttpHeaders.RETRY_AFTER))
                .build();
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure, HttpServerRequest request) {
        if (failure instanceof DatabaseAwayException || LOST_CONNECTION.test(failure)) {
            boolean busy = LostConnection.noneFree(failure) && !editions.isAway();
            LOG.warnf("%s cannot be answered for want of the database: %s", request.path(), failure.getMessage());
            return answer(busy ? ErrorPage.busy() : ErrorPage.unavailable(), request)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "%s failed, reference %s", request.path(), reference);
        return answer(ErrorPage.failed(reference), request).build();
    }

    private static boolean forProgram(HttpServerRequest request) {
        return FOR_PROGRAMS.matcher(request.path()).matches();
    }

    private static Response.ResponseBuilder answer(ErrorPage page, HttpServerRequest request) {
        return forProgram(request)
                ? Problem.of(page.status(), page.words()).response()
                : Response.status(page.status())
                        .entity(page.page())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
}
