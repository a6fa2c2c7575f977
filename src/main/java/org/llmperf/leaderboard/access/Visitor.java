package org.llmperf.leaderboard.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Optional;
import org.llmperf.leaderboard.guard.ClientAddress;
import org.llmperf.leaderboard.store.people.Account;

/** Who asks, in the request that is being answered. */
@RequestScoped
public class Visitor {
    private static final String ACCOUNT = "account";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;
    private final Clock clock;

    public Visitor(SecurityIdentity identity, CurrentVertxRequest request, Clock clock) {
        this.identity = identity;
        this.request = request;
        this.clock = clock;
    }

    static SecurityIdentity identity(Account account, boolean mayAct) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.name()))
                .addRoles(Permission.of(account, mayAct))
                .addAttribute(ACCOUNT, account)
                .build();
    }

    /** Absent if nobody is signed in. */
    public Optional<Account> account() {
        return Optional.ofNullable(identity.<Account>getAttribute(ACCOUNT));
    }

    /**
     * For resources that only somebody signed in reaches.
     *
     * @throws IllegalStateException if nobody is
     */
    public Actor actor() {
        return new Actor(
                account().orElseThrow(() -> new IllegalStateException("nobody is signed in")),
                client(),
                clock.instant());
    }

    /** Address that limits are counted by. */
    public String client() {
        return ClientAddress.of(request.getCurrent().request());
    }
}
