package org.llmperf.leaderboard.store.people;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody did, or tried.
 *
 * @param who name of the account, or what else acted
 * @param client address that the request came from
 * @param action for example {@code withhold result}
 * @param subject what it was done to
 * @param detail why, or with what
 * @param refused whether it was not let happen
 */
public record AuditEntry(
        Instant at,
        String who,
        Optional<String> client,
        String action,
        String subject,
        String detail,
        boolean refused) {}
