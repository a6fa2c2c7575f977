package org.llmperf.leaderboard.access;

import java.time.Instant;
import java.util.Optional;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.AuditEntry;

/**
 * Who does something now.
 *
 * @param client address that the request came from
 */
public record Actor(Account account, String client, Instant at) {

    public String name() {
        return account.name();
    }

    /** The line of the audit log for what was done. */
    public AuditEntry did(String action, String subject, String detail) {
        return new AuditEntry(at, name(), Optional.of(client), action, subject, detail, false);
    }
}
