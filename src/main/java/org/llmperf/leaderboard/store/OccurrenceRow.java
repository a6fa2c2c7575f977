package org.llmperf.leaderboard.store;

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
@Table(name = "occurrence")
class OccurrenceRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public RoundRow round;

    public Occurrence.Kind kind;
    public Instant at;
    public Instant toldAt;

    /** To be called in the transaction that lets it happen: there is none without the other. */
    static void add(RoundRow round, Occurrence.Kind kind, Instant at) {
        var row = new OccurrenceRow();
        row.id = UUID.randomUUID();
        row.round = round;
        row.kind = kind;
        row.at = at;
        row.persist();
    }

    /** Passes over what another process tells just now. */
    static Optional<OccurrenceRow> lockOldestOpen() {
        return getEntityManager()
                .createNativeQuery(
                        "select * from occurrence where told_at is null order by at limit 1 for update skip locked",
                        OccurrenceRow.class)
                .getResultStream()
                .map(OccurrenceRow.class::cast)
                .findFirst();
    }

    Occurrence toOccurrence() {
        return new Occurrence(id, kind, round.label, at);
    }
}
