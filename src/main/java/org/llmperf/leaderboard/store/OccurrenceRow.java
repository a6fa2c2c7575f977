package org.llmperf.leaderboard.store;

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
@Table(name = "occurrence")
class OccurrenceRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public RoundRow round;

    public Occurrence.Kind kind;
    public Instant at;
    public Instant toldAt;
    public int triesLeft;
    public Instant nextAt;
    public String trouble;

    /** To be called in the transaction that lets it happen: there is none without the other. */
    static void add(RoundRow round, Occurrence.Kind kind, Instant at) {
        var row = new OccurrenceRow();
        row.id = UUID.randomUUID();
        row.round = round;
        row.kind = kind;
        row.at = at;
        row.triesLeft = Occurrences.TRIES;
        row.persist();
    }

    /** Passes over what another process tells just now. */
    static Optional<OccurrenceRow> lockOldestOpen(Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from occurrence where told_at is null and tries_left > 0
                        and (next_at is null or next_at <= :now)
                        order by at limit 1 for update skip locked""", OccurrenceRow.class)
                .setParameter("now", now)
                .getResultStream()
                .map(OccurrenceRow.class::cast)
                .findFirst();
    }

    static List<OccurrenceRow> listSetAside() {
        return list("toldAt is null and triesLeft = 0 order by at");
    }

    void failed(String why, Instant now) {
        triesLeft = Math.max(0, triesLeft - 1);
        trouble = CleanText.of(why);
        nextAt = now.plus(Occurrences.pause(Occurrences.TRIES - triesLeft));
    }

    void tryAgain() {
        triesLeft = Occurrences.TRIES;
        nextAt = null;
    }

    Occurrence toOccurrence() {
        return new Occurrence(id, kind, round.label, at);
    }
}
