package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.llmperf.leaderboard.trace.RequestTrace;

@Entity
@Table(name = "dry_run_request")
@IdClass(DryRunRequestRow.Key.class)
class DryRunRequestRow extends PanacheEntityBase {
    record Key(UUID dryRunId, int number) implements Serializable {}

    @Id
    public UUID dryRunId;

    @Id
    public int number;

    @JdbcTypeCode(SqlTypes.JSON)
    public String trace;

    static DryRunRequestRow of(UUID dryRunId, RequestTrace trace) {
        var row = new DryRunRequestRow();
        row.dryRunId = dryRunId;
        row.number = trace.number();
        row.trace = Json.write(trace);
        return row;
    }

    static void forget(UUID dryRunId) {
        delete("dryRunId", dryRunId);
    }
}
