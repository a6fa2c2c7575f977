package org.llmperf.leaderboard.store.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "invitation")
class InvitationRow extends PanacheEntityBase {
    @Id
    public String keyHash;

    @Convert(converter = RoleConverter.class)
    public Role role;

    public String provider;
    public String invitedBy;
    public Instant createdAt;
    public Instant expiresAt;
    public Instant usedAt;
    public UUID accountId;

    static Optional<InvitationRow> findOpen(String keyHash, Instant at, LockModeType lock) {
        return find("keyHash = ?1 and usedAt is null and expiresAt > ?2", keyHash, at)
                .withLock(lock)
                .firstResultOptional();
    }

    static List<InvitationRow> listOpen(Instant at) {
        return list("usedAt is null and expiresAt > ?1 order by createdAt desc", at);
    }

    /** Those of the program itself, for a first maintainer, who is there now. */
    static void endFirst(Instant at) {
        update("expiresAt = ?1 where usedAt is null and invitedBy is null and expiresAt > ?1", at);
    }

    Invitation toInvitation() {
        return new Invitation(
                role, Optional.ofNullable(provider), Optional.ofNullable(invitedBy), createdAt, expiresAt);
    }
}
