package org.llmperf.leaderboard.app;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.llmperf.leaderboard.access.Refusals;
import org.llmperf.leaderboard.api.Problem;
import org.llmperf.leaderboard.pages.ErrorPage;
import org.llmperf.leaderboard.store.RefusedException;

/** Answers who may not do what they ask for: in the API by a problem, on pages by the way to sign in, or a page that says so. */
public class AccessErrors {
    private static final String API = "/api/";

    private final Refusals refusals;
    private final SecurityIdentity identity;

    public AccessErrors(Refusals refusals, SecurityIdentity identity) {
        this.refusals = refusals;
        this.identity = identity;
    }

    /** Nobody is signed in, or not any longer. */
    @ServerExceptionMapper
    public Response unknown(UnauthorizedException unknown, HttpServerRequest request) {
        return request.path().startsWith(API)
                ? challenge("This part of the API wants a token: Authorization: Bearer …, made on /account/tokens.")
                : Response.seeOther(UriBuilder.fromPath("/login")
                                .queryParam("to", request.path())
                                .build())
                        .build();
    }

    @ServerExceptionMapper
    public Response wrong(AuthenticationFailedException wrong, HttpServerRequest request) {
        refusals.add(request, Optional.empty(), "a token that is not known, too old or revoked");
        return challenge("This token is not known, too old or revoked.");
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, HttpServerRequest request) {
        refusals.add(request, Optional.of(identity.getPrincipal().getName()), "the account may not do this");
        return answer(403, "Your account may not do this.", request);
    }

    @ServerExceptionMapper
    public Response refused(RefusedException refused, HttpServerRequest request) {
        if (refused instanceof RefusedException.Foreign) {
            refusals.add(request, Optional.of(identity.getPrincipal().getName()), refused.getMessage());
        }
        return answer(status(refused), refused.getMessage(), request);
    }

    private static int status(RefusedException refused) {
        if (refused instanceof RefusedException.Invalid) {
            return 400;
        }
        return refused instanceof RefusedException.Conflict ? 409 : 404;
    }

    private static Response answer(int status, String words, HttpServerRequest request) {
        return request.path().startsWith(API)
                ? Problem.of(status, words).response().build()
                : Response.status(status)
                        .entity(ErrorPage.told(status, words, "Go back and try again.")
                                .page())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .build();
    }

    private static Response challenge(String words) {
        return Problem.of(401, words)
                .response()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
