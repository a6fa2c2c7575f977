package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "run_standing")
class RunStandingRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public UUID runId;
    public boolean withheld;
    public String reason;
    public String decidedBy;
    public Instant decidedAt;

    /** Number of the newest decision; 0 before the first. */
    static long newest() {
        return find("select coalesce(max(id), 0) from RunStandingRow")
                .project(Long.class)
                .singleResult();
    }

    static boolean withholds(UUID run) {
        return RunStandingRow.<RunStandingRow>find("runId = ?1 order by id desc", run)
                .firstResultOptional()
                .filter(row -> row.withheld)
                .isPresent();
    }
}
