package org.llmperf.leaderboard.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.llmperf.leaderboard.store.RefusedException;
import org.llmperf.leaderboard.store.people.Account;
import org.llmperf.leaderboard.store.people.AuditEntry;
import org.llmperf.leaderboard.store.people.AuditLog;
import org.llmperf.leaderboard.store.people.Invitation;
import org.llmperf.leaderboard.store.people.Invitations;
import org.llmperf.leaderboard.store.people.Role;

/** Hands out links by which people make their accounts, and takes them back. */
@ApplicationScoped
public class Invites {
    private final Invitations invitations;
    private final Passwords passwords;
    private final AuditLog log;
    private final AccessConfig config;
    private final Clock clock;

    public Invites(Invitations invitations, Passwords passwords, AuditLog log, AccessConfig config, Clock clock) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @return the link's path with its key, shown this once
     * @throws RefusedException.Missing if the provider is not known
     */
    @Transactional
    public String invite(Actor actor, Role role, Optional<String> provider) {
        String link = link(role, provider, Optional.of(actor.name()), actor.at());
        log.add(actor.did("invite", provider.orElse(role.id()), "a link for one " + role.id()));
        return link;
    }

    /** For the first maintainer, whom the program itself invites. */
    String inviteFirst() {
        return link(Role.MAINTAINER, Optional.empty(), Optional.empty(), clock.instant());
    }

    private String link(Role role, Optional<String> provider, Optional<String> by, Instant at) {
        Secret key = Secret.fresh("");
        invitations.add(key.hash(), new Invitation(role, provider, by, at, at.plus(config.invitation())));
        return "/welcome?key=" + key.text();
    }

    /** Absent if the key opens nothing, or no longer. */
    public Optional<Invitation> find(String key) {
        return invitations.find(new Secret(key).hash(), clock.instant());
    }

    /** Those that can still be used, the newest first. */
    public List<Invitation> open() {
        return invitations.open(clock.instant());
    }

    /**
     * @return the new account; absent if the key opens nothing, or no longer
     * @throws RefusedException.Invalid if name or password cannot be had, in words
     * @throws RefusedException.Conflict if there are no passwords here
     */
    @Transactional
    public Optional<Account> accept(String key, String name, String password, String client) {
        passwords.requireUse();
        if (find(key).isEmpty()) {
            return Optional.empty();
        }
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        passwords.obstacle(password, wanted).ifPresent(obstacle -> {
            throw new RefusedException.Invalid(obstacle);
        });
        Instant now = clock.instant();
        Optional<Account> made = invitations.accept(new Secret(key).hash(), wanted, passwords.hash(password), now);
        made.ifPresent(account -> log.add(accepted(account, client, "a new account", now)));
        return made;
    }

    /**
     * @param who for whom another server vouches
     * @return the new account; absent if the key opens nothing, or no longer
     * @throws RefusedException.Conflict if there is an account already, in words
     */
    @Transactional
    public Optional<Account> accept(String key, Vouched who, String client) {
        Instant now = clock.instant();
        Optional<Account> made = invitations.accept(new Secret(key).hash(), who.name(), who.subject(), now);
        made.ifPresent(account -> log.add(accepted(account, client, "a new account of " + who, now)));
        return made;
    }

    private static AuditEntry accepted(Account account, String client, String detail, Instant at) {
        return new AuditEntry(
                at,
                account.name(),
                Optional.of(client),
                "accept invitation",
                account.provider().orElse(account.role().id()),
                detail,
                false);
    }
}
