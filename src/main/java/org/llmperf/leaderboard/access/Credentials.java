package org.llmperf.leaderboard.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks: on pages by a session's cookie, in the API by a token. Neither is taken for the other, so no page of a
 * stranger can make a browser act in the API, and no token opens a page.
 */
@ApplicationScoped
public class Credentials implements HttpAuthenticationMechanism {
    static final String API = "/api/";
    private static final String BEARER = "Bearer ";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return context.normalizedPath().startsWith(API)
                ? token(context)
                        .map(secret -> providers.authenticate(new TokenProof(secret)))
                        .orElseGet(Credentials::nobody)
                : SessionCookie.read(context)
                        .map(secret -> providers
                                .authenticate(new SessionProof(secret))
                                .onFailure(AuthenticationFailedException.class)
                                .recoverWithNull())
                        .orElseGet(Credentials::nobody);
    }

    private static Uni<SecurityIdentity> nobody() {
        return Uni.createFrom().nullItem();
    }

    private static Optional<Secret> token(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> new Secret(value.substring(BEARER.length()).strip()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionProof.class, TokenProof.class);
    }
}
