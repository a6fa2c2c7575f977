package org.llmperf.leaderboard.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.llmperf.leaderboard.store.people.Sessions;

/** Browsers that are signed in. */
@ApplicationScoped
public class SessionIdentities implements IdentityProvider<SessionProof> {
    private final Sessions sessions;
    private final AccessConfig config;
    private final Clock clock;

    public SessionIdentities(Sessions sessions, AccessConfig config, Clock clock) {
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Class<SessionProof> getRequestType() {
        return SessionProof.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionProof proof, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> sessions.find(proof.secret().hash(), clock.instant(), config.idle(), config.longest())
                        .map(account -> Visitor.identity(account, true))
                        .orElseThrow(() -> new AuthenticationFailedException("no such session")));
    }
}
