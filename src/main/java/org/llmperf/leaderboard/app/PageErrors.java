package org.llmperf.leaderboard.app;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.llmperf.leaderboard.pages.BadQueryException;
import org.llmperf.leaderboard.pages.ErrorPage;
import org.llmperf.leaderboard.pages.UnknownThingException;

/**
 * Turns failures into pages that help. None of them shows an exception's own text, which may hold anything. Addresses of
 * the API get the bare status here: their problems are described by the API itself.
 */
public class PageErrors {
    private static final Logger LOG = Logger.getLogger(PageErrors.class);
    private static final String API = "/api/";

    @ServerExceptionMapper
    public Response unknown(UnknownThingException unknown) {
        return page(ErrorPage.of(unknown));
    }

    @ServerExceptionMapper
    public Response badQuery(BadQueryException bad) {
        return page(ErrorPage.of(bad));
    }

    @ServerExceptionMapper
    public Response noSuchPage(NotFoundException missing, HttpServerRequest request) {
        return request.path().startsWith(API) ? missing.getResponse() : page(ErrorPage.noSuchPage(request.path()));
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused, HttpServerRequest request) {
        Response response = refused.getResponse();
        if (request.path().startsWith(API) || response.getStatus() < 400) {
            return response;
        }
        return response.getStatus() >= 500 ? failed(refused, request) : page(ErrorPage.refused(response.getStatus()));
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure, HttpServerRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "%s failed, reference %s", request.path(), reference);
        return request.path().startsWith(API) ? Response.serverError().build() : page(ErrorPage.failed(reference));
    }

    private static Response page(ErrorPage page) {
        return Response.status(page.status())
                .entity(page.page())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
