package org.llmperf.leaderboard.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.llmperf.leaderboard.access.AccessConfig;
import org.llmperf.leaderboard.access.OidcTenant;
import org.llmperf.leaderboard.access.SignIn;

/**
 * Stands before the other server is asked anything: where nobody signs in there its pages do not exist, and whoever failed too
 * often has to wait. Application scoped, hence made when first used: filters exist before there is a configuration.
 */
@ApplicationScoped
public class OidcGate {
    private final AccessConfig doors;
    private final SignIn signIn;

    public OidcGate(AccessConfig doors, SignIn signIn) {
        this.doors = doors;
        this.signIn = signIn;
    }

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> check(ContainerRequestContext request) {
        if (!OidcTenant.leadsThere(request.getUriInfo().getPath())) {
            return Optional.empty();
        }
        if (doors.elsewhere().isEmpty()) {
            throw new NotFoundException();
        }
        return signIn.again().map(OidcTrouble::tooOften);
    }
}
