package org.llmperf.leaderboard.app;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.llmperf.leaderboard.access.Refusals;
import org.llmperf.leaderboard.pages.ErrorPage;

/** The check of forms refuses without a word; this says what happened, to who sent it and in the audit log. */
public class ForgedForms {
    private static final int BAD_REQUEST = 400;
    private static final String WORDS = "This form was not made by this page, or it is too old.";

    private final Refusals refusals;

    public ForgedForms(Refusals refusals) {
        this.refusals = refusals;
    }

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext response, HttpServerRequest asked) {
        if (response.getStatus() == BAD_REQUEST && !response.hasEntity()) {
            refusals.add(asked, Optional.empty(), "a form that does not match its cookie");
            response.setEntity(
                    ErrorPage.told(
                                    BAD_REQUEST,
                                    WORDS,
                                    "Open the page again, then send it from there. Cookies are needed.")
                            .page()
                            .render(),
                    new Annotation[0],
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }
}
