package org.llmperf.leaderboard.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.llmperf.leaderboard.store.people.ApiTokens;

/** Programs that show a token. */
@ApplicationScoped
public class TokenIdentities implements IdentityProvider<TokenProof> {
    private final ApiTokens tokens;
    private final Clock clock;

    public TokenIdentities(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Class<TokenProof> getRequestType() {
        return TokenProof.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenProof proof, AuthenticationRequestContext context) {
        return context.runBlocking(() -> tokens.find(proof.secret().hash(), clock.instant())
                .map(bearer -> Visitor.identity(bearer.account(), bearer.token().mayAct()))
                .orElseThrow(() -> new AuthenticationFailedException("no such token")));
    }
}
