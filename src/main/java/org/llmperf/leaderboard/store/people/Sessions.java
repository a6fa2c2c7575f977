package org.llmperf.leaderboard.store.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in by a browser. In the database, so that every process knows it and signing out holds everywhere. */
@ApplicationScoped
@Transactional
public class Sessions {
    /** Being seen is written down this often at most. */
    private static final Duration STEP = Duration.ofMinutes(1);

    /**
     * Begins one, and clears away those that ended by themselves.
     *
     * @param keyHash SHA-256 of what the browser is given
     */
    public void begin(String keyHash, UUID account, Instant at, Duration idle, Duration longest) {
        SessionRow.deleteBefore(at.minus(idle), at.minus(longest));
        var row = new SessionRow();
        row.keyHash = keyHash;
        row.account = AccountRow.findById(account);
        row.createdAt = at;
        row.seenAt = at;
        row.persist();
    }

    /** Absent if there is none or it is too old. */
    public Optional<Account> find(String keyHash, Instant at, Duration idle, Duration longest) {
        return SessionRow.findWithAccount(keyHash)
                .filter(row -> row.seenAt.plus(idle).isAfter(at)
                        && row.createdAt.plus(longest).isAfter(at)
                        && row.account.closedAt == null)
                .map(row -> {
                    if (row.seenAt.plus(STEP).isBefore(at)) {
                        row.seenAt = at;
                    }
                    return row.account.toAccount();
                });
    }

    public void end(String keyHash) {
        SessionRow.deleteById(keyHash);
    }
}
