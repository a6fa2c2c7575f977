package org.llmperf.leaderboard.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.Accounts;
import org.llmperf.leaderboard.store.people.AuditLog;

/** The accounts, as maintainers look after them. */
@ApplicationScoped
@Transactional
public class People {
    private final Accounts accounts;
    private final AuditLog log;

    public People(Accounts accounts, AuditLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    /** By name. */
    public List<Account> list() {
        return accounts.list();
    }

    /**
     * Nobody signs in with it any more; its sessions and tokens end.
     *
     * @throws RefusedException.Missing if there is no such open account
     * @throws RefusedException.Conflict if it is the last maintainer
     */
    public void close(Actor actor, String name) {
        accounts.close(name, actor.at());
        log.add(actor.did("close account", name, ""));
    }
}
