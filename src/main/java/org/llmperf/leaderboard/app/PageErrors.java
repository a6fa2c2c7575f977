package org.llmperf.leaderboard.app;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.llmperf.leaderboard.api.Problem;
import org.llmperf.leaderboard.pages.BadQueryException;
import org.llmperf.leaderboard.pages.ErrorPage;
import org.llmperf.leaderboard.pages.UnknownThingException;

/**
 * Turns failures into pages that help. None of them shows an exception's own text, which may hold anything. Addresses of
 * the API get a problem as the API writes it.
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
        return request.path().startsWith(API)
                ? problem(404, "There is nothing at this address; /q/openapi lists what there is.")
                : page(ErrorPage.noSuchPage(request.path()));
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused, HttpServerRequest request) {
        Response response = refused.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        if (request.path().startsWith(API)) {
            return problem(response);
        }
        return response.getStatus() >= 500 ? failed(refused, request) : page(ErrorPage.refused(response.getStatus()));
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure, HttpServerRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "%s failed, reference %s", request.path(), reference);
        return request.path().startsWith(API)
                ? problem(500, "Something failed on our side; the log names it by the reference " + reference + ".")
                : page(ErrorPage.failed(reference));
    }

    private static Response problem(Response refused) {
        String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        String detail = switch (refused.getStatus()) {
            case 405 -> "This address is to be read" + (allowed == null ? "." : ": allowed are " + allowed + ".");
            case 406 -> "None of the media types that the header Accept names can be had here.";
            case 413 -> "What was sent is too long.";
            default -> "The request cannot be answered as it is.";
        };
        Response.ResponseBuilder problem =
                Problem.of(refused.getStatus(), detail).response();
        return (allowed == null ? problem : problem.header(HttpHeaders.ALLOW, allowed)).build();
    }

    private static Response problem(int status, String detail) {
        return Problem.of(status, detail).response().build();
    }

    private static Response page(ErrorPage page) {
        return Response.status(page.status())
                .entity(page.page())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
