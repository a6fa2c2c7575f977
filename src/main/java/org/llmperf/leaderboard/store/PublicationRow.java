package org.llmperf.leaderboard.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The one row that says what readers see. It is made by the migration and never deleted. */
@Entity
@Table(name = "publication")
class PublicationRow extends PanacheEntityBase {
    @Id
    public boolean onlyRow;

    public long serial;

    @ManyToOne(fetch = FetchType.LAZY)
    public RoundRow round;

    public Instant publishedAt;

    static Optional<Publication> current() {
        return PublicationRow.<PublicationRow>find("from PublicationRow p join fetch p.round")
                .firstResultOptional()
                .map(PublicationRow::toPublication);
    }

    /** Rounds are opened and published one after the other. */
    static PublicationRow lock() {
        return findById(true, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * A repeat shows its runs as the newest of their offerings and leaves the board at the weekly round that it mends.
     */
    static Publication moveTo(RoundRow round, Instant at) {
        PublicationRow row = lock();
        row.serial++;
        if (round.occasion == StoredRound.Occasion.WEEKLY || row.round == null) {
            row.round = round;
        }
        row.publishedAt = at;
        return row.toPublication();
    }

    private Publication toPublication() {
        return new Publication(serial, round.label, publishedAt);
    }
}
