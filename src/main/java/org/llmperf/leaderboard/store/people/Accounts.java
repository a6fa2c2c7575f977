package org.llmperf.leaderboard.store.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.llmperf.leaderboard.store.RefusedException;

/** Who may sign in, and with what. */
@ApplicationScoped
@Transactional
public class Accounts {

    /** What a password is compared with. */
    public record Login(Account account, String passwordHash) {}

    /** Whether nobody can steer the board yet. */
    public boolean noMaintainer() {
        return AccountRow.countOpenMaintainers() == 0;
    }

    /** By name. */
    public List<Account> list() {
        return AccountRow.listByName().stream().map(AccountRow::toAccount).toList();
    }

    /** Absent if there is none of this name, it is closed, or it signs in elsewhere. */
    public Optional<Login> login(String name) {
        return AccountRow.findOpen(name)
                .filter(row -> row.passwordHash != null)
                .map(row -> new Login(row.toAccount(), row.passwordHash));
    }

    /** Makes what the next sign-in is compared with, and ends every session of the account. */
    public void changePassword(UUID id, String passwordHash) {
        AccountRow row = AccountRow.findById(id);
        row.passwordHash = passwordHash;
        SessionRow.deleteOf(id);
    }

    /** The open account of somebody for whom another server vouches. */
    public Optional<Account> vouched(Subject subject) {
        return AccountRow.findOpen(subject).map(AccountRow::toAccount);
    }

    /**
     * Ends what an account may do: its sessions and tokens with it. The last maintainer stays.
     *
     * @throws RefusedException.Missing if there is no such open account
     * @throws RefusedException.Conflict if it is the last maintainer
     */
    public void close(String name, Instant at) {
        // first of all, since two who close each other at the same moment must see each other
        List<AccountRow> maintainers = AccountRow.lockOpenMaintainers();
        AccountRow row = AccountRow.findOpen(name)
                .orElseThrow(() -> new RefusedException.Missing("There is no open account “" + name + "”."));
        if (row.role == Role.MAINTAINER && maintainers.size() == 1) {
            throw new RefusedException.Conflict("The last maintainer cannot be closed.");
        }
        row.closedAt = at;
        SessionRow.deleteOf(row.id);
        ApiTokenRow.revokeOf(row.id, at);
    }
}
