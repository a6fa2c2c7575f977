package org.llmperf.leaderboard.store.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "api_token")
class ApiTokenRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public String keyHash;

    @ManyToOne(fetch = FetchType.LAZY)
    public AccountRow account;

    public String label;
    public boolean mayAct;
    public Instant createdAt;
    public Instant expiresAt;
    public Instant revokedAt;

    static Optional<ApiTokenRow> findWithAccount(String keyHash) {
        return ApiTokenRow.<ApiTokenRow>find("from ApiTokenRow t join fetch t.account where t.keyHash = ?1", keyHash)
                .firstResultOptional();
    }

    static List<ApiTokenRow> listOf(UUID account) {
        return list("account.id = ?1 order by createdAt desc", account);
    }

    static int revoke(UUID id, UUID account, Instant at) {
        return update("revokedAt = ?3 where id = ?1 and account.id = ?2 and revokedAt is null", id, account, at);
    }

    static void revokeOf(UUID account, Instant at) {
        update("revokedAt = ?2 where account.id = ?1 and revokedAt is null", account, at);
    }

    ApiToken toToken() {
        return new ApiToken(id, label, mayAct, createdAt, expiresAt, Optional.ofNullable(revokedAt));
    }
}
