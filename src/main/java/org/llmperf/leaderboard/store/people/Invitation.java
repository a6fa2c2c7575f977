package org.llmperf.leaderboard.store.people;

import java.time.Instant;
import java.util.Optional;

/**
 * A link by which one person makes one account, once.
 *
 * @param provider slug; absent for a maintainer
 * @param invitedBy name of the account; absent for the first maintainer
 */
public record Invitation(
        Role role, Optional<String> provider, Optional<String> invitedBy, Instant createdAt, Instant expiresAt) {}
