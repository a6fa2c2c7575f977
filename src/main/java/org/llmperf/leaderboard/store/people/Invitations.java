package org.llmperf.leaderboard.store.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.llmperf.leaderboard.store.RefusedException;

/** Links by which people make their accounts. */
@ApplicationScoped
@Transactional
public class Invitations {

    /**
     * @param keyHash SHA-256 of the key in the link
     * @throws RefusedException.Missing if the provider is not known
     */
    public void add(String keyHash, Invitation invitation) {
        invitation.provider().ifPresent(People::requireProvider);
        var row = new InvitationRow();
        row.keyHash = keyHash;
        row.role = invitation.role();
        row.provider = invitation.provider().orElse(null);
        row.invitedBy = invitation.invitedBy().orElse(null);
        row.createdAt = invitation.createdAt();
        row.expiresAt = invitation.expiresAt();
        row.persist();
    }

    /** Absent if there is none, it was used, or it is too old; which of these is nobody's business. */
    public Optional<Invitation> find(String keyHash, Instant at) {
        return InvitationRow.findOpen(keyHash, at, LockModeType.NONE).map(InvitationRow::toInvitation);
    }

    /** Those that can still be used, the newest first. */
    public List<Invitation> open(Instant at) {
        return InvitationRow.listOpen(at).stream()
                .map(InvitationRow::toInvitation)
                .toList();
    }

    /**
     * Makes the account that the link is for, and uses the link up.
     *
     * @return absent if the link cannot be used
     * @throws RefusedException.Invalid if the name cannot be had, in words; the link stays usable
     */
    public Optional<Account> accept(String keyHash, String name, String passwordHash, Instant at) {
        return use(keyHash, at, invitation -> {
            People.requireFree(name);
            AccountRow account = account(invitation, name, at);
            account.passwordHash = passwordHash;
            return account;
        });
    }

    /**
     * The same for somebody for whom another server vouches.
     *
     * @param wanted as the account is called if nobody else is; otherwise with a number
     * @return absent if the link cannot be used
     * @throws RefusedException.Conflict if there is an open account of this subject, in words; the link stays usable
     */
    public Optional<Account> accept(String keyHash, String wanted, Subject subject, Instant at) {
        return use(keyHash, at, invitation -> {
            AccountRow.findOpen(subject).ifPresent(known -> {
                throw new RefusedException.Conflict("You have an account here already, “" + known.name + "”.");
            });
            AccountRow account = account(invitation, People.firstFree(wanted), at);
            account.issuer = subject.issuer();
            account.subject = subject.id();
            return account;
        });
    }

    private static AccountRow account(InvitationRow invitation, String name, Instant at) {
        return AccountRow.of(name, invitation.role, Optional.ofNullable(invitation.provider), at);
    }

    private static Optional<Account> use(String keyHash, Instant at, Function<InvitationRow, AccountRow> make) {
        return InvitationRow.findOpen(keyHash, at, LockModeType.PESSIMISTIC_WRITE)
                .map(invitation -> {
                    AccountRow account = make.apply(invitation);
                    account.persist();
                    invitation.usedAt = at;
                    invitation.accountId = account.id;
                    if (invitation.role == Role.MAINTAINER) {
                        InvitationRow.endFirst(at);
                    }
                    return account.toAccount();
                });
    }
}
