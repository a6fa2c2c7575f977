package org.llmperf.leaderboard.guard;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What a page is sent is exactly a form, by a page of this site. Quarkus compares a form's token with its cookie only where the
 * content type is spelled as it expects, so nothing else may come so far.
 */
@ApplicationScoped
public class FormCheck {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** {@code none}: the person did it, not a page. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Optional<URI> url;

    public FormCheck(@ConfigProperty(name = "leaderboard.url") Optional<URI> url) {
        this.url = url;
    }

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request, HttpServerRequest asked) {
        if (READING.contains(request.getMethod()) || asked.path().startsWith("/api/")) {
            return;
        }
        if (!isOurs(asked)) {
            throw new WebApplicationException(Response.Status.FORBIDDEN);
        }
        List<String> types = asked.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1 || !types.get(0).split(";", 2)[0].strip().equals(MediaType.APPLICATION_FORM_URLENCODED)) {
            throw new WebApplicationException(Response.Status.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** Programs that are no browsers send neither header; for them the form's token alone decides. */
    private boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean sameSite = site == null || OURS.contains(site);
        return sameSite && (origin == null || site != null || isOurs(origin, request));
    }

    /** For browsers without {@code Sec-Fetch-Site}, and for sites without https, where none sends it. */
    private boolean isOurs(String origin, HttpServerRequest request) {
        String authority = origin.substring(origin.indexOf("://") + 1).replaceFirst("^//", "");
        return url.map(URI::getAuthority).orElseGet(request::host).equalsIgnoreCase(authority);
    }
}
