package org.llmperf.leaderboard.store.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "session")
class SessionRow extends PanacheEntityBase {
    @Id
    public String keyHash;

    @ManyToOne(fetch = FetchType.LAZY)
    public AccountRow account;

    public Instant createdAt;
    public Instant seenAt;

    static Optional<SessionRow> findWithAccount(String keyHash) {
        return SessionRow.<SessionRow>find("from SessionRow s join fetch s.account where s.keyHash = ?1", keyHash)
                .firstResultOptional();
    }

    static void deleteOf(UUID account) {
        delete("account.id", account);
    }

    static void deleteBefore(Instant seen, Instant created) {
        delete("seenAt < ?1 or createdAt < ?2", seen, created);
    }
}
