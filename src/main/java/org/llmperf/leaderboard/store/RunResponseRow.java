package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "run_response")
class RunResponseRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public UUID runId;
    public String text;
    public String saidBy;
    public Instant saidAt;

    /** Absent if there is none or it was taken back. */
    static Optional<RunResponseRow> newest(UUID run) {
        return RunResponseRow.<RunResponseRow>find("runId = ?1 order by id desc", run)
                .firstResultOptional()
                .filter(row -> !row.text.isEmpty());
    }
}
