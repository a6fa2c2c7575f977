package org.llmperf.leaderboard.store.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Entity
@Table(name = "audit_entry")
class AuditRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant at;
    public String who;
    public String client;
    public String action;
    public String subject;
    public String detail;
    public boolean refused;

    static List<AuditRow> listNewest(int page, int size) {
        return find("order by id desc").page(page - 1, size).list();
    }

    AuditEntry toEntry() {
        return new AuditEntry(at, who, Optional.ofNullable(client), action, subject, detail, refused);
    }
}
