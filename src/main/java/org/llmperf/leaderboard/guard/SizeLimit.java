package org.llmperf.leaderboard.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body by its announced length, before any of it is read. What comes without an announcement ends at the server's own
 * limit. Application scoped, hence made when first used: filters exist before there is a configuration.
 */
@ApplicationScoped
public class SizeLimit {
    private final long bytes;

    public SizeLimit(GuardConfig config) {
        bytes = config.body().asLongValue();
    }

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (request.getLength() > bytes) {
            throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
    }
}
