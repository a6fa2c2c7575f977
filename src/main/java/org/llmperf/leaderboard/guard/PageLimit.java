package org.llmperf.leaderboard.guard;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How many pages one address may have made for it in a minute. Kept pages and files never come here and cost next to nothing, so
 * a whole office behind one address can read.
 */
@ApplicationScoped
public class PageLimit {
    private final Allowance allowance;

    public PageLimit(GuardConfig config) {
        allowance = new Allowance(config.pagesPerMinute(), Duration.ofMinutes(1));
    }

    @ServerRequestFilter(preMatching = true)
    public void check(HttpServerRequest request) {
        Optional<Duration> wait =
                request.path().startsWith("/api/") ? Optional.empty() : take(ClientAddress.of(request));
        if (wait.isPresent()) {
            throw new WebApplicationException(Response.status(Response.Status.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Allowance.seconds(wait.get()))
                    .build());
        }
    }

    Optional<Duration> take(String client) {
        return allowance.take(client);
    }
}
