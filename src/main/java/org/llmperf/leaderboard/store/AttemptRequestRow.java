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
import org.llmperf.leaderboard.trace.Outcome;
import org.llmperf.leaderboard.trace.RequestTrace;

@Entity
@Table(name = "attempt_request")
@IdClass(AttemptRequestRow.Key.class)
class AttemptRequestRow extends PanacheEntityBase {
    record Key(UUID attemptId, int number) implements Serializable {}

    @Id
    public UUID attemptId;

    @Id
    public int number;

    public Outcome outcome;

    @JdbcTypeCode(SqlTypes.JSON)
    public String trace;

    static AttemptRequestRow of(UUID attemptId, RequestTrace trace) {
        var row = new AttemptRequestRow();
        row.attemptId = attemptId;
        row.number = trace.number();
        row.outcome = trace.outcome();
        row.trace = Json.write(trace);
        return row;
    }
}
