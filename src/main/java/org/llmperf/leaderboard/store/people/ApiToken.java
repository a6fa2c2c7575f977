package org.llmperf.leaderboard.store.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a program do what an account may.
 *
 * @param label by which its owner knows it
 * @param mayAct otherwise it only reads
 */
public record ApiToken(
        UUID id, String label, boolean mayAct, Instant createdAt, Instant expiresAt, Optional<Instant> revokedAt) {}
