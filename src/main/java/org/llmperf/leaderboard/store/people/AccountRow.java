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
@Table(name = "account")
class AccountRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public String name;

    @Convert(converter = RoleConverter.class)
    public Role role;

    public String provider;
    public String passwordHash;
    public String issuer;
    public String subject;
    public Instant createdAt;
    public Instant closedAt;

    static Optional<AccountRow> findOpen(String name) {
        return find("name = ?1 and closedAt is null", name).firstResultOptional();
    }

    static Optional<AccountRow> findOpen(Subject subject) {
        return find("issuer = ?1 and subject = ?2 and closedAt is null", subject.issuer(), subject.id())
                .firstResultOptional();
    }

    static List<AccountRow> listByName() {
        return list("order by name");
    }

    static long countOpenMaintainers() {
        return count("role = ?1 and closedAt is null", Role.MAINTAINER);
    }

    /** Until the end of the transaction. In one order, so that two never wait for each other. */
    static List<AccountRow> lockOpenMaintainers() {
        return AccountRow.<AccountRow>find("role = ?1 and closedAt is null order by id", Role.MAINTAINER)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static AccountRow of(String name, Role role, Optional<String> provider, Instant at) {
        var row = new AccountRow();
        row.id = UUID.randomUUID();
        row.name = name;
        row.role = role;
        row.provider = provider.orElse(null);
        row.createdAt = at;
        return row;
    }

    Account toAccount() {
        return new Account(id, name, role, Optional.ofNullable(provider), createdAt, Optional.ofNullable(closedAt));
    }
}
