package org.llmperf.leaderboard.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Answers programs in their own form where the site would send a page for people. */
@Path("/api/{path:.*}")
public class UnknownPathResource {

    @GET
    @Operation(hidden = true)
    public void unknown(@RestPath String path) {
        throw ProblemException.notFound("API path", "/api/" + path);
    }
}
