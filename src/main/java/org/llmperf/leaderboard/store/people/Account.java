package org.llmperf.leaderboard.store.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who may sign in.
 *
 * @param name to sign in with
 * @param provider slug of the only one it may see and speak for; absent for a maintainer
 * @param closedAt may not sign in from then on
 */
public record Account(
        UUID id, String name, Role role, Optional<String> provider, Instant createdAt, Optional<Instant> closedAt) {

    public boolean maintainer() {
        return role == Role.MAINTAINER;
    }

    /** Whether it may see what only this provider and the maintainers see. */
    public boolean maySee(String providerSlug) {
        return maintainer() || provider.filter(providerSlug::equals).isPresent();
    }
}
