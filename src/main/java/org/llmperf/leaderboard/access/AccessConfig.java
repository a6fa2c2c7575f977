package org.llmperf.leaderboard.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How people sign in. */
@ConfigMapping(prefix = "leaderboard.access")
public interface AccessConfig {

    /** Who does nothing for so long is signed out. Long enough to watch a round from time to time. */
    @WithDefault("PT2H")
    Duration idle();

    /** Nobody stays signed in longer. */
    @WithDefault("PT12H")
    Duration longest();

    /** How long an invitation can be used. */
    @WithDefault("PT24H")
    Duration invitation();

    /** How long a new API token holds. */
    @WithDefault("P90D")
    Duration token();

    /** Wrong passwords from one address within ten minutes before the next one has to wait. */
    @WithDefault("10")
    int attempts();

    /** Whether people may sign in by a name and a password. */
    @WithDefault("true")
    boolean passwords();

    /** Signing in at another server, which {@code quarkus.oidc.*} says more of. */
    Oidc oidc();

    interface Oidc {
        @WithDefault("false")
        boolean enabled();

        /** How people know the other server: “Sign in with …”. */
        @WithDefault("OpenID Connect")
        String name();
    }

    /** Name of the other server that people may sign in at; absent where there is none. */
    default Optional<String> elsewhere() {
        return Optional.of(oidc()).filter(Oidc::enabled).map(Oidc::name);
    }
}
